"""The HTML report: self-contained, safe, whole, and small enough."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import subprocess
import sys
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("jinja2")

from smica_qgis.core.validation.finding import Finding
from smica_qgis.core.validation.report import NoGeometries, Report
from smica_qgis.reports.html import html_page, write_html
from tests.unit.reports.made_report import finding, made_report, many, unreadable
from tests.unit.reports.made_rules import catalogue, catalogue_of_a_faulty_model

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'&\u2028{{ 7*7 }}<!--"


class Page(HTMLParser):
    """Tags with their attributes, and the text of each kind of element."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {}
        self._open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "path", "rect", "circle", "use", "input", "br"):
            self._open.append(tag)
            self.texts.setdefault(tag, []).append("")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        for tag in set(self._open):
            self.texts[tag][-1] += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]

    @property
    def data(self) -> dict[str, Any]:
        return json.loads(self.texts["script"][0])


def places(page: Page) -> list[str]:
    """The sentences that the script of the page makes of the embedded data."""

    def cell(column: int | list[int], i: int) -> int:
        return column[i] if isinstance(column, list) else column

    data = page.data
    sentences = []
    for kind in data["kinds"]:
        for i in range(kind["n"]):
            text = {name: data["texts"][cell(kind[name], i)] for name in ("message", "file", "value", "attribute")}
            sentence = text["message"].replace("\x01", text["file"], 1).replace("\x02", text["value"], 1)
            sentences.append(sentence.replace("\x03", text["attribute"], 1))
    return sentences


def test_the_verdict_comes_first_and_in_the_title() -> None:
    page = Page(html_page(made_report()))
    assert page.texts["strong"][0] == "Refusée par le Géoportail : 10 erreurs"
    assert page.texts["title"] == ["99999_PLU_20300101 : Refusée par le Géoportail : 10 erreurs"]
    assert page.all("html") == [{"lang": "fr"}]


def test_it_says_what_was_checked_and_with_what() -> None:
    text = html_page(made_report())
    for said in (
        "99999_PLU_20300101",
        "CNIG PLU 2017",
        "déduit du nom du dossier et des colonnes",
        "une colonne NATURE est présente",
        "ab" * 32,
        "cd" * 32,
        "3.40.6",
        "24 novembre 2026 à 08 h 13 (UTC)",
        "EPSG:2154",
        "enable-conditions",
    ):
        assert said in text


def test_the_three_families_stay_apart() -> None:
    page = Page(html_page(made_report()))
    families = [a["id"] for a in page.all("section") if a.get("class") == "family"]
    assert families == ["official", "standard", "local"]
    assert "Aucun constat." in page.texts["section"][-3]


def test_each_kind_is_explained_once() -> None:
    text = html_page(made_report())
    for rule in catalogue():
        if rule.code != "VALIDATOR_EXCEPTION":
            assert text.count(f'<span class="code">{rule.code}</span>') == 1
    assert text.count("Recalculez IDURBA sur toute la table") == 1
    defective = html_page(made_report([finding("VALIDATOR_EXCEPTION", values={"MESSAGE": "x"})]))
    assert "il abandonne tout le contrôle" in defective
    assert "Défaut connu" in defective
    assert "Défaut connu" not in html_page(made_report([finding("FILE_UNEXPECTED")]))


def test_a_defect_of_the_published_model_is_named() -> None:
    faulty = catalogue_of_a_faulty_model()
    explained, other = ({"VALUE": "99999_PLU_20290101"}, {"VALUE": "rien"})
    named = "Le modèle attend un &lt;autre&gt; nom : laissez IDURBA tel quel."
    page = html_page(made_report([finding("CNIG_IDURBA_UNEXPECTED", values=explained)] * 2, catalogue=faulty))
    assert page.count(named) == 1
    assert "Défaut connu du Géoportail" in page
    assert "Recalculez IDURBA" not in page
    both = [finding("CNIG_IDURBA_UNEXPECTED", values=values) for values in (explained, other)]
    mixed = html_page(made_report(both, catalogue=faulty))
    assert named in mixed
    assert "Recalculez IDURBA" in mixed


def test_two_conditions_are_two_kinds() -> None:
    texts = ("TXT NOT NULL", "URLFIC NOT NULL")
    found = [finding("DATABASE_CONSTRAINT_MISMATCH", values={"CONDITION": text}) for text in texts]
    assert len(Page(html_page(made_report(found))).data["kinds"]) == 2


def test_every_link_leads_somewhere() -> None:
    page = Page(html_page(made_report()))
    anchors = {attributes.get("id") for _, attributes in page.tags}
    links = [a["href"] for tag in ("a", "use") for a in page.all(tag)]
    assert links
    assert [link for link in links if not link or link[0] != "#" or link[1:] not in anchors] == []


def test_nothing_is_fetched() -> None:
    text = html_page(made_report())
    page = Page(text)
    assert not re.search(r"https?:(?!//www\.w3\.org/2000/svg\b)|@import|url\(|\bsrc=|<link|<iframe", text)
    policy = page.all("meta")[3]["content"] or ""
    assert policy.startswith("default-src 'none';")
    digest = base64.b64encode(hashlib.sha256(page.texts["script"][1].encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in policy


def hostile() -> Report:
    fields = {"file": f"a/{HOSTILE}", "file_model": HOSTILE, "attribute": HOSTILE, "feature_id": HOSTILE}
    found = [
        finding("ATTRIBUTE_INVALID_REGEXP", id="1", values={"VALUE": HOSTILE, "REGEXP": HOSTILE}, **fields),
        finding("FILE_UNEXPECTED", file="x/", values={"FILEPATH": HOSTILE}),
        finding("DATABASE_CONSTRAINT_MISMATCH", values={"CONDITION": f"{HOSTILE} NOT NULL"}),
    ]
    report = made_report(found, files=(HOSTILE,))
    header = replace(report.header, delivery=HOSTILE, path=HOSTILE, model_title=HOSTILE, options={HOSTILE: HOSTILE})
    return replace(report, header=header, tables=(replace(report.tables[0], file=HOSTILE, file_model=HOSTILE),))


def test_what_a_delivery_says_stays_text() -> None:
    text = html_page(hostile())
    page = Page(text)
    assert len(page.all("script")) == 2
    assert page.all("img") == []
    assert "49" not in page.texts["title"][0]
    assert page.texts["h1"][0] == HOSTILE
    assert HOSTILE in page.data["texts"]
    assert "<" not in page.texts["script"][0]
    assert not [a for _, a in page.tags if any(name.startswith("on") for name in a)]


def test_control_characters_are_seen_and_a_broken_name_can_be_written(tmp_path: Path) -> None:
    broken = finding("FILE_UNEXPECTED", file="x/", values={"FILEPATH": "a\x00\x01b\udce9\u202egpj.pdf"})
    report = made_report([broken], files=("R\udce9glement.pdf",))
    write_html(report, tmp_path / "a.html")
    page = Page((tmp_path / "a.html").read_text(encoding="utf-8"))
    assert "a␀␁b\ufffd\ufffdgpj.pdf" in page.texts["td"]


def test_the_data_give_back_every_sentence() -> None:
    report = made_report()
    expected = sorted(report.catalogue.message(f) for f in report.findings if f.code != "ATTRIBUTE_NOT_UNIQUE")
    given = sorted(places(Page(html_page(report))))
    assert [sentence for sentence in given if not sentence.startswith("La valeur POLYGON")] == expected


def test_the_first_fifty_places_are_in_the_page_and_the_others_in_the_data() -> None:
    report = made_report(many(180))
    page = Page(html_page(report))
    rows = [td for td in page.texts["td"] if re.fullmatch(r"99999_PLU_\d{8}", td)]
    assert len(rows) == 3 * 50
    assert sum(kind["n"] for kind in page.data["kinds"]) == 180
    assert sorted(places(page)) == sorted(report.catalogue.message(f) for f in report.findings)
    assert "50 premiers sur 60" in page.texts["p"][-4]


def test_fifty_thousand_findings_stay_light() -> None:
    text = html_page(made_report(many(50_000)))
    assert len(text.encode()) < 15_000_000
    page = Page(text)
    assert len(page.tags) < 4_000
    assert sum(kind["n"] for kind in page.data["kinds"]) == 50_000


def test_the_map_has_a_sign_of_its_own_for_each_level() -> None:
    text = html_page(made_report())
    signs = set(re.findall(r'<use class="sign-(\w+)" href="#sign-(\w+)"', text))
    assert signs == {("ERROR", "ERROR"), ("WARNING", "WARNING")}


def test_without_places_there_is_no_map() -> None:
    report = made_report([finding("FILE_UNEXPECTED")], geometries=NoGeometries())
    assert "Carte des constats" not in html_page(report)
    assert "Carte des constats" not in html_page(made_report([finding("FILE_UNEXPECTED")]))


def test_an_unreadable_delivery_shows_what_was_found() -> None:
    text = html_page(unreadable())
    assert "<strong>Illisible</strong>" in text
    assert "notes.txt" in text
    assert "Donnees_geographiques et Pieces_ecrites" in text
    assert ">Aucun constat." not in text
    assert ">Non contrôlé." in text


def test_what_limits_the_verdict_is_said() -> None:
    report = made_report()
    assert "interrompu" not in html_page(report)
    header = replace(report.header, partial=True, files_checked=False, families=("standard",))
    text = html_page(replace(report, header=header))
    for said in (
        "Le contrôle a été interrompu",
        "réduite à un GeoPackage",
        "La famille officielle n&#39;a pas",
    ):
        assert said in text
    assert "Famille non demandée" in text


def test_a_delivery_without_fault() -> None:
    text = html_page(made_report([]))
    assert "<strong>Recevable par le Géoportail</strong>" in text
    assert 'id="filtre"' not in text
    assert "ZONE_URBA" in text


@pytest.mark.parametrize(
    ("started", "said"),
    [
        ("2026-01-01T00:05:00+01:00", "31 décembre 2025 à 23 h 05"),
        ("2026-03-01", "1er mars 2026"),
        ("hier", "hier"),
    ],
)
def test_the_date_is_french(started: str, said: str) -> None:
    report = made_report([])
    assert said in html_page(replace(report, header=replace(report.header, started=started)))


def test_the_text_formats_need_no_qgis(repository: Path) -> None:
    code = (
        "import sys\n"
        "import smica_qgis.reports.html, smica_qgis.reports.json_lines, smica_qgis.reports.json_summary\n"
        "print(*({'qgis', 'osgeo', 'PyQt5', 'lxml', 'numpy'} & set(sys.modules)))"
    )
    answer = subprocess.run([sys.executable, "-c", code], cwd=repository, capture_output=True, text=True, check=False)
    assert (answer.returncode, answer.stdout.strip(), answer.stderr) == (0, "", "")


def test_a_finding_without_anything_still_has_its_kind() -> None:
    bare = Finding(
        "XSD_SCHEMA_ERROR",
        **{n: getattr(finding("XSD_SCHEMA_ERROR"), n) for n in ("family", "level", "scope")},
    )
    assert "Règlement structuré non conforme" in html_page(made_report([bare]))
