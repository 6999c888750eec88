"""The drawing of planning documents: facts in drawing.json, codes of the bundled standards, QML written from both."""
