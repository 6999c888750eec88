"""Small document models made for the tests: what is fetched, compared, kept."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from smica_qgis.core.document_model.fetched import MANIFEST, FetchedFile, Manifest, read_fetched
from smica_qgis.core.document_model.model import DocumentModel

NAME = "cnig_PLU_2024"
ADDRESS = "https://models.example/standard/{name}.json"
Contents = dict[str, bytes]


def contents(name: str = NAME, *, folder: str | None = None, length: int = 40, codes: str = "U\nAUc\n") -> Contents:
    """Return the files of a model by their path: a table, a code list. folder: given in the paths that it names."""
    where = f"./{folder}/" if folder else "./"
    main = {
        "name": name,
        "constraints": {"folderName": "[0-9]{5}_PLU_[0-9]{8}", "metadataSpecification": "CNIG PLU v2024"},
        "files": [
            {"name": "Donnees_geographiques", "type": "directory", "path": "D", "mandatory": "ERROR"},
            {"name": "ZONE_URBA", "type": "table", "path": "D/Z", "tableModel": f"{where}types/ZONE_URBA.json"},
        ],
        "codes": [{"name": "ListeTypezone", "data": f"{where}codes/ListeTypezone.csv"}],
    }
    table = {
        "name": "ZONE_URBA",
        "columns": [
            {"name": "LIBELLE", "type": "String", "constraints": {"maxLength": length, "pattern": "[A-Z].*"}},
            {"name": "TYPEZONE", "type": "String", "constraints": {"required": True}},
            {"name": "WKT", "type": "MultiPolygon", "constraints": {"unique": True}},
        ],
        "constraints": {
            "foreignKeys": ["(TYPEZONE) REFERENCES ListeTypezone(TYPEZONE)"],
            "conditions": ["LIBELLE IS NOT NULL OR TYPEZONE IS NULL"],
        },
    }
    return {
        "files.json": as_json(main),
        "types/ZONE_URBA.json": as_json(table),
        "codes/ListeTypezone.csv": f"TYPEZONE\n{codes}".encode(),
    }


def as_json(content: Any) -> bytes:  # noqa: ANN401
    return json.dumps(content).encode("utf-8")


def changed(content: bytes, **properties: Any) -> bytes:  # noqa: ANN401
    """Return a JSON object with other properties; None takes one away."""
    merged = {**json.loads(content), **properties}
    return as_json({name: value for name, value in merged.items() if value is not None})


def write_models(folder: Path, *names: str, **options: Any) -> Path:  # noqa: ANN401
    """Write models as their repository lays them out: `<name>/files.json`."""
    for name in names:
        for path, content in contents(name, **options).items():
            target = folder / name / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
    return folder


def keep_fetched(folder: Path, name: str = NAME, day: str = "2026-11-24T08:00:00+00:00", **options: Any) -> Path:  # noqa: ANN401
    """Write a model as an update keeps it, by hand."""
    files = contents(name, **options)
    location = ADDRESS.replace("{name}", name)
    base = location.rpartition("/")[0]
    locations = {path: location if path == "files.json" else f"{base}/{path}" for path in files}
    kept = tuple(FetchedFile(path, locations[path], hashlib.sha256(files[path]).hexdigest()) for path in files)
    manifest = Manifest(name, location, day, day, "", kept)
    for path, content in {**files, MANIFEST: manifest.as_bytes()}.items():
        (folder / name / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / name / path).write_bytes(content)
    return folder / name


def model_of(files: Contents, name: str = NAME) -> DocumentModel:
    """Read a model from its files."""
    base = "https://models.example/x"
    manifest = Manifest(name, f"{base}/files.json", "", "", "", ())
    return read_fetched(manifest, {f"{base}/{path}": content for path, content in files.items()})
