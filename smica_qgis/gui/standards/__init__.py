"""The standards in QGIS' options: which models are used, their update, what differs."""
