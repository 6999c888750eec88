"""The pictures of the guide: what they are taken of, and the steps inside the QGIS window."""
