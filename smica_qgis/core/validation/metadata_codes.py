"""The ISO 19139 code lists that metadata are held against (facts: checks, "Metadata")."""

from __future__ import annotations

SCOPE_CODES = (
    "attribute", "attributeType", "collectionHardware", "collectionSession", "dataset", "series",
    "nonGeographicDataset", "dimensionGroup", "feature", "featureType", "propertyType", "fieldSession", "software",
    "service", "model", "tile", "initiative", "stereomate", "sensor", "platformSeries", "sensorSeries",
    "productionSeries", "transferAggregate", "otherAggregate", "document", "repository",
)  # fmt: skip
LANGUAGES = (
    "bul", "cze", "dan", "dut", "eng", "est", "fin", "fre", "ger", "gle", "gre", "hun", "ita", "lav", "lit", "mlt",
    "pol", "por", "rum", "slo", "slv", "spa", "swe",
)  # fmt: skip
TOPICS = (
    "farming", "biota", "boundaries", "climatologyMeteorologyAtmosphere", "economy", "elevation", "environment",
    "geoscientificInformation", "health", "imageryBaseMapsEarthCover", "intelligenceMilitary", "inlandWaters",
    "location", "oceans", "planningCadastre", "society", "structure", "transportation", "utilitiesCommunication",
    "extraTerrestrial", "disaster",
)  # fmt: skip
CHARACTER_SETS = (
    "ucs2", "ucs4", "utf7", "utf8", "utf16", "8859part1", "8859part2", "8859part3", "8859part4", "8859part5",
    "8859part6", "8859part7", "8859part8", "8859part9", "8859part10", "8859part11", "8859part13", "8859part14",
    "8859part15", "8859part16", "jis", "shiftJIS", "eucJP", "usAscii", "ebcdic", "eucKR", "big5", "GB2312",
    "8859part12",
)  # fmt: skip
REPRESENTATIONS = ("vector", "grid", "textTable", "tin", "stereoModel", "video")
JAVA_CHARSETS = {
    "utf8": "UTF-8",
    "utf16": "UTF-16",
    "usAscii": "US-ASCII",
    **{f"8859part{n}": f"ISO-8859-{n}" for n in (1, 2, 3, 4, 5, 6, 7, 8, 9, 13, 15)},
}
"""The charsets that change how tables are read; another code leaves the option's charset."""
