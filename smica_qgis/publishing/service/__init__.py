"""A project of QGIS Server that serves what is in force (WMS, WFS), and the proof that it does."""
