"""What a batch takes for deliveries, and where their reports go."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.operations.batch.planning import Plan, make_plan
from smica_qgis.operations.validate_batch import BatchRequest
from tests.qgis.operations.batches import HEADER, write_list

NAME = "12345_PLU_20240101"


def plan(path: Path, output: Path) -> Plan:
    return make_plan(BatchRequest(path=str(path), output=str(output)))


def zipped(path: Path, root: str) -> Path:
    """Write a zip with one table in a root folder, or without one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(f"{root}/Donnees_geographiques/12345_ZONE_URBA_20240101.csv".lstrip("/"), "WKT\n")
    return path


def folder(path: Path) -> Path:
    (path / "Donnees_geographiques").mkdir(parents=True)
    (path / "Donnees_geographiques" / "zone.csv").write_text("WKT\n")
    return path


def reports(made: Plan, output: Path) -> list[str]:
    return [Path(item.report).relative_to(output).as_posix() if item.report else "" for item in made.items]


# -------------------------------------------------------------------------------------------------- folders


def test_each_zip_and_each_folder_that_leads_to_a_delivery(tmp_path: Path) -> None:
    source, output = tmp_path / "in", tmp_path / "out"
    zipped(source / "a.zip", NAME)
    folder(source / "b" / "depot" / "deeper" / "22222_PLU_20240101")
    zipped(source / "c" / "depot" / "33333_PLU_20240101.zip", "33333_PLU_20240101")
    folder(source / "44444_PLU_20240101")
    (source / "empty" / "within").mkdir(parents=True)
    (source / "two" / "x").mkdir(parents=True)
    (source / "two" / "y").mkdir()
    (source / "notes.txt").write_text("x")
    (source / "lone.gpkg").write_bytes(b"x")
    made = plan(source, output)
    assert [Path(item.path).relative_to(source).as_posix() for item in made.items] == [
        "44444_PLU_20240101",
        "a.zip",
        "b/depot/deeper/22222_PLU_20240101",
        "c/depot/33333_PLU_20240101.zip",
    ]
    assert [item.number for item in made.items] == [1, 2, 3, 4]
    assert [item.delivery for item in made.items] == [
        "44444_PLU_20240101",
        NAME,
        "22222_PLU_20240101",
        "33333_PLU_20240101",
    ]
    assert made.ignored == ("empty", "lone.gpkg", "notes.txt", "two")
    assert {item.crs for item in made.items} == {"EPSG:2154"}


def test_a_lone_subfolder_of_the_standard_is_not_the_delivery(tmp_path: Path) -> None:
    root = folder(tmp_path / "in" / NAME)
    made = plan(tmp_path / "in", tmp_path / "out")
    assert [item.path for item in made.items] == [str(root)]


def test_an_empty_folder_with_the_name_of_a_document_is_a_delivery(tmp_path: Path) -> None:
    (tmp_path / "in" / NAME).mkdir(parents=True)
    assert [item.delivery for item in plan(tmp_path / "in", tmp_path / "out").items] == [NAME]


def test_what_systems_leave_does_not_hide_a_delivery(tmp_path: Path) -> None:
    root = folder(tmp_path / "in" / "depot" / NAME)
    (root.parent / ".DS_Store").write_bytes(b"")
    assert [item.path for item in plan(tmp_path / "in", tmp_path / "out").items] == [str(root)]


def test_folders_that_turn_in_circles_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "in" / "circle").mkdir(parents=True)
    (tmp_path / "in" / "circle" / "again").symlink_to(tmp_path / "in" / "circle")
    made = plan(tmp_path / "in", tmp_path / "out")
    assert (made.items, made.ignored) == ((), ("circle",))


def test_a_linked_delivery_is_followed_under_its_own_name(tmp_path: Path) -> None:
    folder(tmp_path / "elsewhere" / "anything")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / NAME).symlink_to(tmp_path / "elsewhere" / "anything")
    assert [item.path for item in plan(tmp_path / "in", tmp_path / "out").items] == [str(tmp_path / "in" / NAME)]


def test_the_output_inside_the_folder_is_neither_a_delivery_nor_ignored(tmp_path: Path) -> None:
    zipped(tmp_path / f"{NAME}.zip", NAME)
    (tmp_path / "reports").mkdir()
    made = plan(tmp_path, tmp_path / "reports")
    assert (len(made.items), made.ignored) == (1, ())


def test_reports_beside_the_deliveries_are_not_ignored_files(tmp_path: Path) -> None:
    zipped(tmp_path / f"{NAME}.zip", NAME)
    for name in (f"{NAME}.jsonl", f"{NAME}.json", f"{NAME}.html", "summary.csv", ".smica_batch.lock"):
        (tmp_path / name).write_text("")
    (tmp_path / "stranger.json").write_text("")
    assert plan(tmp_path, tmp_path).ignored == ("stranger.json",)


def test_a_folder_that_is_itself_a_delivery_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InvalidParameterError, match="validate_delivery"):
        plan(folder(tmp_path / NAME), tmp_path / "out")


@pytest.mark.parametrize("name", ["nowhere", "12345_PLU_20240101.zip"])
def test_what_is_neither_a_folder_nor_a_list_is_an_error(tmp_path: Path, name: str) -> None:
    zipped(tmp_path / f"{NAME}.zip", NAME)
    with pytest.raises(InvalidParameterError, match=name):
        plan(tmp_path / name, tmp_path / "out")


# ---------------------------------------------------------------------------------------------------- names


def test_the_name_of_a_delivery_is_that_of_its_root(tmp_path: Path) -> None:
    paths = [zipped(tmp_path / "in" / "mars.zip", NAME), zipped(tmp_path / "in" / "22222_PLU_20240101.zip", "")]
    torn = tmp_path / "in" / "torn.zip"
    torn.write_bytes(b"PK\x03\x04")
    made = plan(tmp_path / "in", tmp_path)
    assert [item.delivery for item in made.items] == [paths[1].stem, NAME, "torn"]


def test_names_that_repeat_are_told_apart_by_the_parent_folder(tmp_path: Path) -> None:
    for month in ("mars", "avril"):
        zipped(tmp_path / month / f"{NAME}.zip", NAME)
    zipped(tmp_path / "22222_PLU_20240101.zip", "22222_PLU_20240101")
    lines = [{"delivery": f"{place}.zip"} for place in (f"mars/{NAME}", f"avril/{NAME}", "22222_PLU_20240101")]
    made = plan(write_list(tmp_path / "list.csv", *lines), tmp_path)
    assert reports(made, tmp_path) == [f"mars_{NAME}.jsonl", f"avril_{NAME}.jsonl", "22222_PLU_20240101.jsonl"]


def test_copies_in_one_folder_are_told_apart_by_their_own_name(tmp_path: Path) -> None:
    for copy in ("c1", "c2"):
        zipped(tmp_path / "in" / f"{copy}.zip", NAME)
    assert reports(plan(tmp_path / "in", tmp_path), tmp_path) == [f"c1_{NAME}.jsonl", f"c2_{NAME}.jsonl"]


def test_a_folder_beside_its_zip_keeps_its_name(tmp_path: Path) -> None:
    folder(tmp_path / "in" / NAME)
    zipped(tmp_path / "in" / f"{NAME}.zip", NAME)
    assert reports(plan(tmp_path / "in", tmp_path), tmp_path) == [f"{NAME}.jsonl", f"{NAME}.zip.jsonl"]


def test_one_delivery_asked_twice_has_two_reports(tmp_path: Path) -> None:
    zipped(tmp_path / f"{NAME}.zip", NAME)
    line = {"delivery": f"{NAME}.zip"}
    made = plan(write_list(tmp_path / "list.csv", line, {**line, "options": {"flat": True}}), tmp_path / "out")
    assert made.problems == {}
    assert len(set(reports(made, tmp_path / "out"))) == 2


def test_a_made_name_gives_way_to_those_of_the_list(tmp_path: Path) -> None:
    lines = [{"delivery": f"in/{NAME}.zip"}, {"delivery": "other.zip", "report": f"{NAME}.JSONL"}]
    made = plan(write_list(tmp_path / "list.csv", *lines), tmp_path)
    assert reports(made, tmp_path) == [f"in_{NAME}.jsonl", f"{NAME}.JSONL"]


def test_a_name_that_is_no_name_of_a_file_is_made_one(tmp_path: Path) -> None:
    zipped(tmp_path / "in" / "a.zip", 'xy?"*')
    (item,) = plan(tmp_path / "in", tmp_path).items
    assert Path(item.report).name == "xy___.jsonl"


# ---------------------------------------------------------------------------------------------------- lists


def test_a_list_says_everything_and_is_relative_to_itself(tmp_path: Path) -> None:
    first = {
        "delivery": "in/a.zip",
        "standard": "cnig_PLU_2024",
        "crs": "EPSG:2972",
        "options": {"max-errors": 3},
        "report": "deep/er/a.jsonl",
    }
    path = write_list(tmp_path / "list.csv", first, {"delivery": str(tmp_path / "in" / "b.zip")})
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes() + b"\n,,,,\n")
    one, two = plan(path, tmp_path / "out").items
    assert (one.path, one.standard, one.crs) == (str(tmp_path / "in" / "a.zip"), "cnig_PLU_2024", "EPSG:2972")
    assert one.options == {"max-errors": 3}
    assert one.report == str(tmp_path / "out" / "deep" / "er" / "a.jsonl")
    assert (two.path, two.standard, two.crs, two.options) == (str(tmp_path / "in" / "b.zip"), "", "EPSG:2154", {})


@pytest.mark.parametrize(
    ("report", "word"),
    [
        ("/etc/a.jsonl", "relatif"),
        ("C:/a.jsonl", "relatif"),
        ("../a.jsonl", "sort"),
        ("x/../../a.jsonl", "sort"),
        ("x\\a.jsonl", "/"),
        ("x/", "nom de fichier"),
        ("summary.csv", "autre ligne"),
    ],
)
def test_a_report_elsewhere_is_the_problem_of_its_line(tmp_path: Path, report: str, word: str) -> None:
    path = write_list(tmp_path / "list.csv", {"delivery": "a.zip", "report": report}, {"delivery": "b.zip"})
    made = plan(path, tmp_path / "out")
    assert list(made.problems) == [1]
    assert word in made.problems[1]
    assert reports(made, tmp_path / "out") == ["", "b.jsonl"]


def test_two_lines_for_one_report_are_the_problem_of_the_second(tmp_path: Path) -> None:
    lines = [{"delivery": name, "report": report} for name, report in (("a.zip", "x.jsonl"), ("b.zip", "X.jsonl"))]
    made = plan(write_list(tmp_path / "list.csv", *lines), tmp_path / "out")
    assert list(made.problems) == [2]
    assert reports(made, tmp_path / "out") == ["x.jsonl", ""]


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ('a.zip,,,"{not json}",', "JSON"),
        ('a.zip,,,"[1]",', "objet JSON"),
        ('a.zip,,,{"max-errors": 3, "flat": true},a.jsonl', "guillemets"),
        (",cnig_PLU_2024,,,", "vide"),
    ],
)
def test_a_line_that_cannot_be_read_is_its_own_problem(tmp_path: Path, line: str, word: str) -> None:
    path = tmp_path / "list.csv"
    path.write_text(f"{HEADER}\n{line}\nb.zip,,,,\n", encoding="utf-8")
    made = plan(path, tmp_path / "out")
    assert list(made.problems) == [1]
    assert word in made.problems[1]


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "première ligne"),
        (b"livraison,standard\na.zip,\n", "première ligne"),
        (b"delivery;standard;crs;options;report\na.zip;;;;\n", "virgules"),
        ("delivery,standard\nété.zip,\n".encode("latin-1"), "UTF-8"),
        (b'delivery,standard\n"a.zip,\n', "ligne"),
    ],
)
def test_a_list_that_cannot_be_read_is_an_error(tmp_path: Path, content: bytes, word: str) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(content)
    with pytest.raises(InvalidParameterError, match=word):
        plan(path, tmp_path / "out")


def test_a_long_extent_is_taken(tmp_path: Path) -> None:
    wkt = f"POLYGON(({', '.join(f'{n} {n}' for n in range(40_000))}))"
    path = write_list(tmp_path / "list.csv", {"delivery": "a.zip", "options": {"data-extent": wkt}})
    assert plan(path, tmp_path).items[0].options == {"data-extent": wkt}
