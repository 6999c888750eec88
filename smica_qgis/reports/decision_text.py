"""What the certificate and the letter of refusal say, line by line, whatever they are printed with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from smica_qgis.core.validation.catalogue import RuleCatalogue
from smica_qgis.core.validation.finding import Family, Finding, Level
from smica_qgis.core.workflow.certificate import Certificate
from smica_qgis.core.workflow.round_comparison import ComparedFinding, Fate
from smica_qgis.core.workflow.vocabulary import Decision
from smica_qgis.reports.wording import FAMILY_TITLES, counted

DECISIONS = {Decision.ACCEPTED.value: "Acceptée", Decision.SENT_BACK.value: "Renvoyée"}
VERDICTS = {
    "valid": "recevable par le Géoportail",
    "invalid": "refusée par le Géoportail",
    "unreadable": "illisible",
}
_MOST_PLACES = 12


@dataclass(frozen=True)
class Line:
    """A line of a paper. label empty: a title of section stands in text."""

    label: str
    text: str

    @property
    def is_title(self) -> bool:
        """Whether a section begins."""
        return not self.label


def certificate_title(certificate: Certificate) -> str:
    """The title of the certificate."""
    return f"Certificat de contrôle — {certificate.procedure['document']}, tour {certificate.round_number}"


def certificate_lines(certificate: Certificate, seal: str) -> list[Line]:
    """The certificate, section by section."""
    procedure = certificate.procedure
    lines = [
        Line("", "Décision"),
        Line("Décision", DECISIONS[certificate.decision]),
        Line("Signataire", certificate.signatory),
        Line("Date", french_instant(certificate.signed_at)),
        Line("Motif", certificate.reason or "—"),
        Line("", "Document"),
        Line("Procédure", f"{procedure['identifier']} ({procedure['kind']})"),
        Line("Territoire", procedure["territory"]),
        Line("Bureau d'études", procedure["consultancy"] or "—"),
        Line("Livraison", f"{certificate.delivery}, {certificate.files} fichier(s)"),
        Line("Empreinte de la livraison", certificate.manifest_sha256),
        Line("Empreinte du contenu", certificate.content_sha256 or "—"),
        Line("", "Contrôle"),
        Line("Standard", certificate.standard),
        Line("Empreinte du modèle", certificate.model_sha256),
        Line("Empreinte des règles", certificate.rule_set_sha256),
        Line("Versions", ", ".join(f"{name} {version}" for name, version in certificate.versions.items())),
        Line("Verdict", VERDICTS.get(certificate.verdict, certificate.verdict)),
    ]
    lines += [Line(FAMILY_TITLES[family], _counted(certificate.counts.get(family.value, {}))) for family in Family]
    lines.append(
        Line("Depuis le tour précédent", f"{certificate.still_there} encore présent(s), {certificate.new} nouveau(x)")
    )
    if certificate.exceptions:
        lines.append(Line("", "Exceptions justifiées"))
        lines += [
            Line(one["message"], f"{one['reason']} — {one['author']}, {one['at']}") for one in certificate.exceptions
        ]
    if certificate.checklist:
        lines.append(Line("", "Vérifié à l'œil"))
        lines += [Line(one["question"], _answer(one)) for one in certificate.checklist]
    return [*lines, Line("", "Sceau"), Line("SHA-256 du certificat", seal)]


def french_instant(text: str) -> str:
    """`2026-11-24T10:05:00Z` as people read it: 24/11/2026 à 10 h 05 (temps universel)."""
    try:
        at = datetime.fromisoformat(text.replace("Z", "+00:00"))
    except ValueError:
        return text
    return f"{at:%d/%m/%Y} à {at:%H} h {at:%M} (temps universel)"


def _counted(levels: Mapping[str, int]) -> str:
    said = [counted(count, Level(level)) for level, count in levels.items() if count]
    return ", ".join(said) or "aucun constat"


def _answer(one: Mapping[str, str]) -> str:
    note = f" — {one['note']}" if one["note"] else ""
    return f"{one['answer']}{note} ({one['by']})"


def letter_title(certificate: Certificate) -> str:
    """The title of the letter."""
    return f"Livraison renvoyée — {certificate.procedure['document']}, tour {certificate.round_number}"


def letter_lines(certificate: Certificate, compared: Sequence[ComparedFinding], catalogue: RuleCatalogue) -> list[Line]:
    """The letter to the consultancy: why, then what is still there and what is new, with how to mend it.

    compared: of the round with the one before; in the first round, every finding is new. What was justified as an
    exception is left out. What only the rules changed is said apart: it is not held against the author.
    """
    excepted = {one["key"] for one in certificate.exceptions}
    lines = [
        Line("", "Décision"),
        Line("Livraison", certificate.delivery),
        Line("Contrôlée avec", certificate.standard),
        Line("Motif du renvoi", certificate.reason),
        Line("Date", french_instant(certificate.signed_at)),
        Line("Signataire", certificate.signatory),
    ]
    sections = (
        (Fate.STILL, "Encore présent depuis le tour précédent"),
        (Fate.NEW, "Nouveau"),
        (Fate.RULE_NEW, "Demandé par une règle qui a changé depuis (ne vous est pas imputable)"),
    )
    for fate, title in sections:
        of_fate = (one.finding for one in compared if one.fate is fate and one.finding.key not in excepted)
        findings = [finding for finding in of_fate if finding.level is not Level.INFO]
        if findings:
            lines.append(Line("", f"{title} : {len(findings)}"))
            lines += _grouped(findings, catalogue)
    no = [one for one in certificate.checklist if one["answer"] == "non"]
    if no:
        lines.append(Line("", "Vu à l'œil"))
        lines += [Line(one["question"], _answer(one)) for one in no]
    return lines


def _grouped(findings: Sequence[Finding], catalogue: RuleCatalogue) -> list[Line]:
    """One line a kind of finding: what, where, how to mend it; the gravest first, then in the order of the report."""
    kinds: dict[tuple[str, str, str], list[Finding]] = defaultdict(list)
    for finding in findings:
        kinds[finding.code, finding.file_model, finding.attribute].append(finding)
    lines = []
    for (code, table, attribute), of_kind in sorted(kinds.items(), key=lambda kind: not kind[1][0].level.blocks):
        rule = catalogue[code]
        where = " ".join(part for part in (table, attribute) if part.strip("-"))
        places = [one.id or one.file or "" for one in of_kind[:_MOST_PLACES]]
        rest = f" et {len(of_kind) - _MOST_PLACES} autres" if len(of_kind) > _MOST_PLACES else ""
        said = [f"{len(of_kind)} × {rule.title}", catalogue.message(of_kind[0]), f"À : {', '.join(places)}{rest}"]
        remedy = catalogue.remedy(of_kind[0])
        if remedy:
            said.append(f"Comment corriger : {remedy}")
        if rule.paragraph:
            said.append(rule.paragraph)
        lines.append(Line(where or code, "\n".join(said)))
    return lines
