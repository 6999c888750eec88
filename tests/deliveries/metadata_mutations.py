"""Mutations of the metadata."""

from __future__ import annotations

import copy as copies
import shutil
from collections.abc import Callable
from pathlib import Path

from lxml import etree

from smica_qgis.geodata.synthetic.metadata_sheet import NAMESPACES
from tests.deliveries.spoilt_copy import NotApplicable, SpoiltCopy

Element = etree._Element
_WHO = "gmd:pointOfContact", "/gmd:MD_Metadata/gmd:contact"
_TEXTS = ("", " ", "zzz", "2015", "28/08/2015", "2015-02-30", "fra", "5 000", "-1,0", "NaN", "conforme", "a@b", "série")
_CODES = ("", "zzz", "utf8", "8859part1", "UTF-8", "series", "serie", "fre", "publication", "revision", "grid")
_SPECIFICATIONS = (
    "CNIG PLU v2017",
    "CNIG  PLU v2024",
    "CNIG SUP v2013",
    "cnig cc V2014",
    "PLU v2024",
    "CNIG PLU v2024-01",
)
_SYSTEMS = ("EPSG:3944", "EPSG:4326", "EPSG:9999", "")


def metadata_deleted(copy: SpoiltCopy) -> str:
    path = _record(copy)
    path.unlink()
    return path.name


def metadata_twice(copy: SpoiltCopy) -> str:
    path = _record(copy)
    shutil.copy(path, path.with_name(f"autre-{path.name}"))
    return path.name


def metadata_of_another_kind(copy: SpoiltCopy) -> str:
    path = _record(copy)
    path.write_text(copy.chance.choice(("<autre/>", "<gmd:MD_Metadata", "", "<?xml version='1.0'?><a><b></a>")))
    return path.name


def element_removed(copy: SpoiltCopy) -> str:
    def remove(root: Element) -> str:
        element = copy.one([e for e in root.iter() if isinstance(e.tag, str) and e.getparent() is not None])
        name = _name(element)
        _parent(element).remove(element)
        return name

    return _edit(copy, remove)


def element_doubled(copy: SpoiltCopy) -> str:
    def double(root: Element) -> str:
        element = copy.one([e for e in root.iter() if isinstance(e.tag, str) and e.getparent() is not None])
        element.addnext(copies.deepcopy(element))
        return _name(element)

    return _edit(copy, double)


def text_replaced(copy: SpoiltCopy) -> str:
    def replace(root: Element) -> str:
        element = copy.one([e for e in root.iter() if isinstance(e.tag, str) and (e.text or "").strip()])
        element.text = copy.chance.choice(_TEXTS)
        return f"{_name(element)} = {element.text!r}"

    return _edit(copy, replace)


def code_replaced(copy: SpoiltCopy) -> str:
    def replace(root: Element) -> str:
        element = copy.one(root.xpath("//*[@codeListValue]"))
        element.set("codeListValue", copy.chance.choice(_CODES))
        return f"{_name(element)} = {element.get('codeListValue')!r}"

    return _edit(copy, replace)


def another_charset(copy: SpoiltCopy) -> str:
    def replace(root: Element) -> str:
        for element in root.iter(f"{{{NAMESPACES['gmd']}}}MD_CharacterSetCode"):
            element.set("codeListValue", "8859part1")
        return "8859part1"

    return _edit(copy, replace)


def another_specification(copy: SpoiltCopy) -> str:
    path = "//gmd:specification//gmd:title/gco:CharacterString"
    return _edit(copy, lambda root: _new_text(copy, root, path, _SPECIFICATIONS))


def another_keyword(copy: SpoiltCopy) -> str:
    path = "//gmd:descriptiveKeywords//gmd:keyword/gco:CharacterString"
    return _edit(copy, lambda root: _new_text(copy, root, path, ("PLU", "75056", "AC1", "x", "")))


def another_thesaurus(copy: SpoiltCopy) -> str:
    path = "//gmd:thesaurusName//gmd:title/gco:CharacterString"
    titles = ("Types de documents d'urbanisme", "répertoire sirene", "GEMET", "")
    return _edit(copy, lambda root: _new_text(copy, root, path, titles))


def another_reference_system(copy: SpoiltCopy) -> str:
    def replace(root: Element) -> str:
        anchor = copy.one(root.xpath("//gmx:Anchor", namespaces=NAMESPACES))
        anchor.text = copy.chance.choice(_SYSTEMS)
        if copy.chance.random() < 0.5:
            number = (anchor.text or "0").rpartition(":")[2]
            anchor.set(f"{{{NAMESPACES['xlink']}}}href", f"http://www.opengis.net/def/crs/EPSG/0/{number}")
        return str(anchor.text)

    return _edit(copy, replace)


def contact_without_mail(copy: SpoiltCopy) -> str:
    def remove(root: Element) -> str:
        element = copy.one(root.xpath("//gmd:electronicMailAddress", namespaces=NAMESPACES))
        name = _name(element)
        _parent(element).remove(element)
        return name

    return _edit(copy, remove)


def _record(copy: SpoiltCopy) -> Path:
    return copy.one([path for path in copy.files(".xml") if path.parent == copy.root])


def _edit(copy: SpoiltCopy, change: Callable[[Element], str]) -> str:
    path = _record(copy)
    try:
        root = etree.parse(path, etree.XMLParser(resolve_entities=False, no_network=True)).getroot()
    except etree.XMLSyntaxError as error:
        raise NotApplicable from error
    what = change(root)
    path.write_bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True))
    return what


def _new_text(copy: SpoiltCopy, root: Element, path: str, texts: tuple[str, ...]) -> str:
    element = copy.one(root.xpath(path, namespaces=NAMESPACES))
    element.text = copy.chance.choice(texts)
    return repr(element.text)


def _parent(element: Element) -> Element:
    parent = element.getparent()
    assert parent is not None
    return parent


def _name(element: Element) -> str:
    return f"{etree.QName(_parent(element)).localname}/{etree.QName(element).localname}"


METADATA_MUTATIONS = (
    metadata_deleted,
    metadata_twice,
    metadata_of_another_kind,
    element_removed,
    element_doubled,
    text_replaced,
    code_replaced,
    another_charset,
    another_specification,
    another_keyword,
    another_thesaurus,
    another_reference_system,
    contact_without_mail,
)
