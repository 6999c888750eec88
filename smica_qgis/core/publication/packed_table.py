"""A table as one text, to keep in a column of a database what a round delivered."""

from __future__ import annotations

import base64
import json
import zlib

from smica_qgis.core.errors import SmicaError
from smica_qgis.core.publication.content import ContentTable


def packed_table(table: ContentTable) -> str:
    """The table as text: JSON, compressed, in base 64. The same text for the same table."""
    shapes = table.geometries
    body = {
        "columns": table.columns,
        "rows": [list(row) for row in table.rows],
        "geometries": None if shapes is None else [None if wkb is None else wkb.hex() for wkb in shapes],
    }
    text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    return base64.b64encode(zlib.compress(text.encode("utf-8", "surrogatepass"), 6)).decode("ascii")


def unpacked_table(name: str, text: str) -> ContentTable:
    """The table that `packed_table` made into text. Raises SmicaError when it is damaged."""
    try:
        body = json.loads(zlib.decompress(base64.b64decode(text, validate=True)).decode("utf-8", "surrogatepass"))
        shapes = body["geometries"]
        return ContentTable(
            name,
            tuple(body["columns"]),
            [tuple(row) for row in body["rows"]],
            None if shapes is None else [None if wkb is None else bytes.fromhex(wkb) for wkb in shapes],
        )
    except (ValueError, KeyError, TypeError, zlib.error) as error:
        message = f"Ce que la base commune garde de la table {name} est abîmé."
        raise SmicaError(message, str(error)) from error
