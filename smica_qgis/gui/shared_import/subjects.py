"""What the dialog imports: which tables it asks for, and what it needs to know besides."""

from __future__ import annotations

from dataclasses import dataclass

from smica_qgis.core.ads.detail_fields import CONSTRAINT, CONSULTATION
from smica_qgis.core.ads.fields import DOSSIER
from smica_qgis.core.anc.detail_fields import COMPONENT, WORKS
from smica_qgis.core.anc.fields import CONTROL, INSTALLATION
from smica_qgis.host.translation import tr


@dataclass(frozen=True)
class Subject:
    """key: of the subject; kinds: of its tables, with their titles; spanc: it needs one; merges: it has two modes."""

    key: str
    title: str
    kinds: dict[str, str]
    spanc: bool = False
    merges: bool = False
    has_source: bool = False


def subjects() -> tuple[Subject, ...]:
    """All of them, in the language of QGIS."""
    controls = {INSTALLATION: tr("Installations"), CONTROL: tr("Controls")}
    return (
        Subject("anc", tr("Sanitation: installations and controls"), controls, spanc=True, merges=True),
        Subject(COMPONENT, tr("Sanitation: components of installations"), {COMPONENT: tr("Components")}, spanc=True),
        Subject(WORKS, tr("Sanitation: works asked for"), {WORKS: tr("Works")}, spanc=True),
        Subject("ads", tr("Permits"), {DOSSIER: tr("Permits")}, merges=True, has_source=True),
        Subject(CONSULTATION, tr("Permits: consultations"), {CONSULTATION: tr("Consultations")}),
        Subject(CONSTRAINT, tr("Permits: constraints"), {CONSTRAINT: tr("Constraints")}),
    )
