"""A report that was written comes back: JSON Lines and, beside it, the JSON summary of the same run.

What the two files do not hold is lost: the list of the delivery's files and its working copy. The texts of the
rules are those of the plugin that reads; a code that it no longer has keeps the texts of the report.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from smica_qgis.core.document_model.detection import Detection
from smica_qgis.core.document_model.model import ModelSource
from smica_qgis.core.document_model.registry import bundled_registry
from smica_qgis.core.errors import SmicaError
from smica_qgis.core.validation.catalogue import RuleCatalogue, RuleText
from smica_qgis.core.validation.finding import (
    Family,
    Finding,
    Level,
    Scope,
    Verdict,
    count_by_family_and_level,
    verdict_of,
)
from smica_qgis.core.validation.report import Report, ReportHeader, TableSummary
from smica_qgis.core.validation.rule_texts import rule_catalogue
from smica_qgis.reports.json_fields import DamagedError, Fields, parsed
from smica_qgis.reports.json_lines import XSD_PROPERTIES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from smica_qgis.core.document_model.fetched import Standards
    from smica_qgis.core.document_model.model import DocumentModel

SUMMARY_SUFFIX = ".json"
_UNREADABLE = "DELIVERY_UNREADABLE"
_CRS_VALUE = "CODE_PROJECTION"
"""The official finding that says in which CRS the delivery was read."""


@dataclass(frozen=True)
class _Texts:
    """A finding whose code the plugin does not know, with what the report says of it."""

    finding: Finding
    message: str
    expected: str
    remedy: str
    paragraph: str


@dataclass
class _Lines:
    """What the JSON Lines hold. model: name of the document model; taken: lines begun, to name the bad one."""

    findings: list[Finding] = field(default_factory=list)
    unknown: list[_Texts] = field(default_factory=list)
    model: str = ""
    taken: int = 0


def read_report(path: Path, standards: Sequence[Standards] | None = None) -> Report:
    """Read a JSON Lines report and the summary beside it (`<stem>.json`); without one, what the findings say of it.

    standards: where the model of the report is looked for, by name and hash (default: the bundled one); the report
    has none when it is not there. Raises SmicaError, in French, that names the file and the line that cannot be read.
    """
    lines = _read_lines(path)
    beside = summary_path(path)
    summary = read_summary(beside)
    if summary is None:
        return _without_summary(path, lines)
    try:
        header, verdict = header_of(summary), Verdict(summary.text("verdict"))
        tables = [_table(table) for table in summary.all_fields("tables")]
        titles = {code.text("code"): (code.text("theme"), code.text("title")) for code in summary.all_fields("codes")}
        counts = summary.mapping("counts")
    except ValueError as error:
        raise _damaged(beside, "", error) from error
    if counts != count_by_family_and_level(lines.findings):
        message = (
            f"Le rapport {path.name} et son résumé {beside.name} ne vont pas ensemble : ils ne comptent pas les mêmes "
            "constats. L'un des deux est incomplet, ou d'un autre contrôle. Relancez le contrôle."
        )
        raise SmicaError(message)
    return Report(
        header=header,
        verdict=verdict,
        findings=lines.findings,
        catalogue=_catalogue(lines, titles),
        model=_model(header, (bundled_registry(),) if standards is None else standards),
        tables=tables,
    )


def summary_path(report: Path) -> Path:
    """Where the summary of a report stands: beside it, under the same stem; a report named .json keeps its own name."""
    beside = report.with_suffix(SUMMARY_SUFFIX)
    return beside if report.suffix not in (SUMMARY_SUFFIX, ".html") else Path(f"{report}{SUMMARY_SUFFIX}")


def read_summary(path: Path) -> Fields | None:
    """The JSON summary at a path; None when there is none. Raises SmicaError when it is damaged."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise _damaged(path, "", DamagedError("il ne peut être lu")) from error
    try:
        return parsed(text)
    except DamagedError as error:
        raise _damaged(path, "", error) from error


def header_of(summary: Fields) -> ReportHeader:
    """The header of a summary. Raises DamagedError."""
    header = summary.fields("header")
    model, delivery, times = header.fields("model"), header.fields("delivery"), header.fields("times")
    source = model.fields("source")
    return ReportHeader(
        delivery=delivery.text("name"),
        path=delivery.text("path"),
        detection=_detection(header.fields("detection")),
        model_title=model.text("title"),
        model_source=ModelSource(
            source.text("location"), source.text("origin"), sha256=model.text("sha256"), date=model.text("date")
        ),
        crs=header.text("crs"),
        options=header.mapping("options"),
        families=header.texts("families"),
        rule_profile=header.text("rule_profile"),
        manifest_sha256=delivery.text("manifest_sha256"),
        versions=header.text_map("versions"),
        started=times.text("started"),
        seconds=times.number("seconds"),
        phases=times.number_map("phases"),
        files_checked=header.flag("files_checked"),
        partial=header.flag("partial"),
    )


def _read_lines(path: Path) -> _Lines:
    lines, known = _Lines(), rule_catalogue()
    try:
        with path.open("rb") as stream:
            for line in stream:
                _take(lines, line, known)
    except OSError as error:
        message = f"Le rapport {path} ne peut être lu : {error.strerror or error}."
        raise SmicaError(message, str(error)) from error
    except ValueError as error:  # also a level, a scope or a family that does not exist
        raise _damaged(path, f" à la ligne {lines.taken}", error) from error
    return lines


def _take(lines: _Lines, line: bytes, known: RuleCatalogue) -> None:
    """Read one line. Raises ValueError."""
    lines.taken += 1
    if not line.endswith(b"\n"):
        message = "elle n'est pas finie"
        raise DamagedError(message)
    try:
        fields = parsed(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        message = "ce n'est pas du texte UTF-8"
        raise DamagedError(message) from error
    finding = _finding(fields)
    lines.model = fields.text("documentModel")
    lines.findings.append(finding)
    if finding.code not in known:
        texts = (fields.text(name) for name in ("message", "expected", "remedy", "paragraph"))
        lines.unknown.append(_Texts(finding, *texts))


def _finding(fields: Fields) -> Finding:
    scope, file, identifier = Scope(fields.text("scope")), fields.text("file"), fields.optional_text("id")
    return Finding(
        code=fields.text("code"),
        family=Family(fields.text("family")),
        level=Level(fields.text("level")),
        scope=scope,
        file_model=fields.text("fileModel"),
        attribute=fields.text("attribute"),
        file=file,
        id=identifier,
        feature_id=fields.optional_text("featureId"),
        feature_bbox=fields.box("featureBbox"),
        error_geometry=fields.optional_text("errorGeometry"),
        values=fields.text_map("values"),
        geometry=fields.optional_text("geometry"),
        related=fields.texts("related"),
        rule=fields.text("rule"),
        key=fields.text("key"),
        row=_row(scope, file, identifier),
        xsd=_xsd(fields),
    )


def _row(scope: Scope, file: str, identifier: str | None) -> int | None:
    """The row of a table: `id` counts from 1. In an XML file it is a line; for the whole delivery it is no row."""
    is_row = scope is Scope.FEATURE and not file.endswith("/") and identifier is not None
    return int(identifier) - 1 if is_row and identifier and identifier.isdecimal() else None


def _xsd(fields: Fields) -> tuple[str, str, str] | None:
    code, message, place = (fields.optional_text(name) or "" for name in XSD_PROPERTIES)
    return (code, message, place) if code or message or place else None


def _detection(fields: Fields) -> Detection:
    hesitations = tuple((other.text("model"), other.text("reason")) for other in fields.all_fields("hesitations"))
    return Detection(
        fields.text("model"),
        fields.text("reason"),
        hesitations,
        given=fields.flag("given"),
        certain=fields.flag("certain"),
    )


def _table(fields: Fields) -> TableSummary:
    return TableSummary(fields.text("file"), fields.text("file_model"), fields.count("rows"), fields.box("box"))


def _without_summary(path: Path, lines: _Lines) -> Report:
    """Only findings: the header says what they say, its families are those that found something."""
    findings = lines.findings
    if not findings:
        message = (
            f"Le rapport {path.name} ne contient aucun constat, et son résumé {summary_path(path).name} n'est pas à "
            "côté de lui : rien ne dit ce qui a été contrôlé. Relancez le contrôle."
        )
        raise SmicaError(message)
    present = {finding.family for finding in findings}
    header = ReportHeader(
        delivery=path.stem,
        path="",
        detection=Detection(lines.model, ""),
        model_title="",
        model_source=ModelSource(""),
        crs=next((f.values[_CRS_VALUE] for f in findings if _CRS_VALUE in f.values), ""),
        families=tuple(family.value for family in Family if family in present),
    )
    opened = not any(finding.code == _UNREADABLE for finding in findings)
    return Report(header, verdict_of(findings, opened=opened), findings, _catalogue(lines, {}))


def _model(header: ReportHeader, standards: Sequence[Standards]) -> DocumentModel | None:
    """The very model that was applied: same name and same content."""
    name, sha256 = header.detection.model, header.model_source.sha256
    for known in standards if name and sha256 else ():
        try:
            model = known.load(name)
        except SmicaError:
            continue
        if model.source.sha256 == sha256:
            return model
    return None


class _CatalogueOfReport(RuleCatalogue):
    """The plugin's texts, and those of the report for codes that the plugin has not: of another version of it."""

    def __init__(self, known: RuleCatalogue, unknown: Sequence[_Texts], titles: Mapping[str, tuple[str, str]]) -> None:
        first = {texts.finding.code: texts for texts in reversed(unknown)}
        super().__init__((*known, *(_rule(texts, *titles.get(code, ("", code))) for code, texts in first.items())))
        self._known = known
        self._texts = {(texts.finding.code, texts.finding.key): texts for texts in unknown}

    def message(self, finding: Finding) -> str:
        """See RuleCatalogue."""
        texts = self._texts.get((finding.code, finding.key))
        return texts.message if texts is not None else self._known.message(finding)

    def expected(self, finding: Finding) -> str:
        """See RuleCatalogue."""
        texts = self._texts.get((finding.code, finding.key))
        return texts.expected if texts is not None else self._known.expected(finding)

    def model_defect(self, finding: Finding) -> str:
        """See RuleCatalogue."""
        return self._known.model_defect(finding)

    def remedy(self, finding: Finding) -> str:
        """See RuleCatalogue."""
        texts = self._texts.get((finding.code, finding.key))
        return texts.remedy if texts is not None else self._known.remedy(finding)

    def condition_sentence(self, condition: str) -> str:
        """See RuleCatalogue."""
        return self._known.condition_sentence(condition)


def _catalogue(lines: _Lines, titles: Mapping[str, tuple[str, str]]) -> RuleCatalogue:
    known = rule_catalogue().for_model(lines.model)
    return _CatalogueOfReport(known, lines.unknown, titles) if lines.unknown else known


def _rule(texts: _Texts, theme: str, title: str) -> RuleText:
    finding = texts.finding
    return RuleText(
        code=finding.code,
        family=finding.family,
        level=finding.level,
        scope=finding.scope,
        theme=theme,
        title=title,
        message=texts.message,
        expected=texts.expected,
        remedy=texts.remedy,
        paragraph=texts.paragraph,
    )


def _damaged(path: Path, place: str, error: ValueError) -> SmicaError:
    reason = str(error) if isinstance(error, DamagedError) else f"valeur inconnue ({error})"
    message = f"Le rapport {path.name} est abîmé{place} : {reason}. Relancez le contrôle pour en avoir un neuf."
    return SmicaError(message, f"{path}: {error}")
