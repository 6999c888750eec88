"""Reads a feed as the Géoportail does: by its XPath (facts, endpoints 6.4), nothing of ours."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

NAMESPACES = {"a": "http://www.w3.org/2005/Atom", "gmd": "http://www.isotc211.org/2005/gmd"}
CITATION = "//gmd:identificationInfo/*/gmd:citation/*"
SPECIFICATION = "//gmd:dataQualityInfo/*/gmd:report/*/gmd:result/*/gmd:specification/*"
SYSTEMS = ("http://www.opengis.net/def/crs/EPSG/0/2154",)
Read = Callable[[str], bytes]


@dataclass(frozen=True)
class Harvested:
    """What the Géoportail would take."""

    document: str
    title: str
    updated: str
    files: tuple[str, ...]


def texts(root: etree._Element, path: str) -> list[str]:
    found = root.xpath(path, namespaces=NAMESPACES)
    assert isinstance(found, list)
    return [
        " ".join("".join(item.itertext()).split()) if isinstance(item, etree._Element) else str(item) for item in found
    ]


def harvest(read: Read, address: str) -> list[Harvested]:
    """Follow all pages of a main feed."""
    found: list[Harvested] = []
    while address:
        root = etree.fromstring(read(address))
        assert texts(root, "//a:feed/a:updated")
        found += [of_entry(entry, read) for entry in root.iterchildren("{*}entry")]
        following = texts(root, "//a:feed/a:link[@rel='next']/@href")
        address = following[0] if following else ""
    return found


def of_entry(entry: etree._Element, read: Read) -> Harvested:
    sheet = etree.fromstring(read(texts(entry, "./a:link[@rel='describedby']/@href")[0]))
    dataset = etree.fromstring(read(texts(entry, "./a:link[@rel='alternate']/@href")[0]))
    document = check_sheet(sheet)
    assert texts(dataset, "//a:feed/a:entry/a:category[@label]/@label")[0] in SYSTEMS
    archive = read(texts(dataset, "//a:feed/a:entry/a:link[@type='application/x-shapefile']/@href")[0])
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        names = tuple(opened.namelist())
    return Harvested(document, texts(entry, "./a:title")[0], texts(entry, "./a:updated")[0], names)


def check_sheet(sheet: etree._Element) -> str:
    """Return the name of the document as the harvest finds it in the sheet."""
    declared = [
        title
        for title, kind in zip(
            texts(sheet, f"{SPECIFICATION}/gmd:title/*"),
            texts(sheet, f"{SPECIFICATION}/gmd:date/*/gmd:dateType/*/@codeListValue"),
        )
        if kind == "publication" and re.search(r"CNIG\s(CC|POS|PLU|PLUi|PSMV|SUP|SCOT)\sv\d{4}", title, re.IGNORECASE)
    ]
    assert declared
    themes = texts(
        sheet,
        "//gmd:descriptiveKeywords/*[contains(gmd:thesaurusName/*/gmd:title/*, 'INSPIRE')]/gmd:keyword/*",
    )
    assert "usage des sols" in [theme.lower() for theme in themes]
    assert texts(sheet, "//gmd:hierarchyLevel/*/@codeListValue") == ["dataset"]
    days = texts(sheet, f"{CITATION}/gmd:date/*[gmd:dateType/*/@codeListValue = 'publication']/gmd:date/*")
    assert days
    identifier = texts(sheet, f"{CITATION}/gmd:identifier/*/gmd:code/*")[0]
    plan = re.search(r"(\w{5}|\d{9})_(PLU|POS|CC|PLUi|PSMV)_\d{8}(_\w)?", identifier)
    easement = re.search(r"\d{9}_\w+_\w+_\d{8}", identifier)
    if plan is None and easement is not None:
        assert [word for word in texts(sheet, "//gmd:keyword/*") if word.startswith("EMPRISE=")]
    name = plan or easement
    assert name
    return name.group()
