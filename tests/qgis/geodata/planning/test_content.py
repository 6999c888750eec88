"""The content of a delivery, and the hash by which two contents are the same."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from smica_qgis.core.document_model.registry import bundled_registry
from smica_qgis.core.errors import UnreadableDeliveryError
from smica_qgis.core.publication.outcome import Action
from smica_qgis.database.open_store import open_store
from smica_qgis.database.planning.stored_content import stored_content
from smica_qgis.geodata.planning.content_hash import content_hash, table_digest, table_hash
from smica_qgis.geodata.planning.delivery_content import content_of_delivery
from smica_qgis.operations.make_sample_delivery import make_sample_delivery
from tests.qgis.made_document import made_content, publish, square, with_zone

pytestmark = pytest.mark.usefixtures("qgis_app")
FAMILIES = (
    "cnig_PLU_2013",
    "cnig_PLUi_2024",
    "cnig_POS_2017",
    "cnig_CC_2022",
    "cnig_PSMV_2022",
    "cnig_SCoT_2013",
    "cnig_SCoT_2024",
    "GPU_MEC_2025",
    "cnig_SUP_AC1_2016",
    "cnig_SUP_T8_2013",
)


def test_order_empty_cells_and_absent_columns_do_not_count() -> None:
    zones = made_content(5).tables["zone_urba"]
    shapes = list(zones.geometries or ())
    turned = replace(zones, rows=list(reversed(zones.rows)), geometries=list(reversed(shapes)))
    wider = replace(zones, columns=(*zones.columns, "symbole"), rows=[(*row, None) for row in zones.rows])
    swapped = replace(zones, columns=tuple(reversed(zones.columns)), rows=[tuple(reversed(r)) for r in zones.rows])
    assert {table_hash(t) for t in (zones, turned, wider, swapped)} == {table_hash(zones)}


def test_what_counts() -> None:
    content = made_content(5)
    others = [
        with_zone(content, 2, wkb=square(640_024.001, 6_380_000)),
        with_zone(content, 2, ("z2", "UB", None, "U", None, None)),
        replace(content, standard="cnig_PLU_2025"),
        replace(content, crs="EPSG:2975"),
        made_content(4),
    ]
    assert len({content_hash(found) for found in (content, *others)}) == len(others) + 1
    assert content_hash(with_zone(content, 2, wkb=square(640_024.0004, 6_380_000))) == content_hash(content)
    moved = replace(
        content.tables["zone_urba"], geometries=list(reversed(content.tables["zone_urba"].geometries or ()))
    )
    assert table_hash(moved) != table_hash(content.tables["zone_urba"])


def test_extent_of_a_table() -> None:
    assert table_digest(made_content(2).tables["zone_urba"]).extent == (640_000.0, 6_380_000.0, 640_022.0, 6_380_010.0)
    assert table_digest(made_content(2).tables["doc_urba"]).extent == ()


@pytest.mark.parametrize("standard", FAMILIES)
def test_every_family_goes_into_the_store_and_comes_back(standard: str, tmp_path: Path) -> None:
    delivery = make_sample_delivery(str(tmp_path / "livraison"), standard=standard)
    model = bundled_registry().load(standard)
    with content_of_delivery(delivery, standard=standard) as content, open_store(str(tmp_path / "base.gpkg")) as store:
        assert set(content.tables) <= {file.name.lower() for file in model.tables}
        for file in model.tables:
            table = content.tables.get(file.name.lower())
            if table is not None and file.table is not None:
                plain = [column.name.lower() for column in file.table.columns if not column.type.is_geometry]
                assert list(table.columns) == plain
        assert any(table.rows for table in content.tables.values())
        publish(store, content)
        kept = stored_content(store, content.idurba)
        assert content_hash(kept) == content_hash(content)
        publish(store, content, Action.WITHDRAW, reason="essai")
        assert content_hash(stored_content(store, content.idurba)) == content_hash(content)


def test_pieces_are_what_is_no_table(tmp_path: Path) -> None:
    delivery = make_sample_delivery(str(tmp_path), standard="cnig_PLU_2024")
    shutil.unpack_archive(delivery, tmp_path / "dossier")
    (root,) = (tmp_path / "dossier").iterdir()
    with content_of_delivery(delivery) as zipped, content_of_delivery(str(root)) as unpacked:
        assert content_hash(zipped) == content_hash(unpacked)
        assert zipped.metadata == unpacked.metadata != b""
        assert {piece.path for piece in zipped.pieces} == {piece.path for piece in unpacked.pieces}
        assert {Path(piece.path).suffix for piece in zipped.pieces} == {".pdf"}
        assert all(Path(piece.source).is_relative_to(root) for piece in unpacked.pieces), "a folder is not copied"


def test_a_name_that_is_no_document_is_refused(tmp_path: Path) -> None:
    (tmp_path / "zones").mkdir()
    (tmp_path / "zones" / "a.pdf").write_bytes(b"%PDF")
    with (
        pytest.raises(UnreadableDeliveryError, match="12202_PLU_20240101"),
        content_of_delivery(str(tmp_path / "zones")),
    ):
        pass
