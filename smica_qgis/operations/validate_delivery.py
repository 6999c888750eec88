"""The main journey: a path in, a report out. What the dock, Processing and the workers share."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from smica_qgis.core.document_model.detection import Detection, detect
from smica_qgis.core.document_model.fetched import Standards, standards_at_hand
from smica_qgis.core.document_model.model import ModelSource
from smica_qgis.core.document_model.registry import bundled_registry, load_model
from smica_qgis.core.errors import CancelledError, InvalidParameterError, UnreadableDeliveryError
from smica_qgis.core.planning.reference_systems import check_reference_system
from smica_qgis.core.progress import Progress, SilentProgress
from smica_qgis.core.validation.document import Document
from smica_qgis.core.validation.engine import Engine
from smica_qgis.core.validation.fault import Fault
from smica_qgis.core.validation.finding import Family, Finding, verdict_of
from smica_qgis.core.validation.finding_collector import FindingCollector
from smica_qgis.core.validation.options import read_options
from smica_qgis.core.validation.report import Report, ReportHeader
from smica_qgis.core.validation.rule_texts import rule_catalogue
from smica_qgis.geodata.delivery.clues import clues_of
from smica_qgis.geodata.delivery.opened_delivery import OpenedDelivery
from smica_qgis.geodata.delivery.report_geometries import DeliveryGeometries
from smica_qgis.geodata.geometry.given_extent import with_extents_ready
from smica_qgis.host.versions import versions

if TYPE_CHECKING:
    from smica_qgis.core.document_model.model import DocumentModel
    from smica_qgis.core.validation.options import ValidationOptions

FAMILIES = tuple(family.value for family in Family)
_UNREADABLE = "DELIVERY_UNREADABLE"
OnFindings = Callable[[list[Finding]], None]


@dataclass(frozen=True)
class ValidationRequest:
    """What is asked: the parameters of the contract (design §8), already out of Processing.

    path: zip, folder or GeoPackage; standard: name, path or address of a model, empty = detected; crs: one of the 26
    codes; families: of official, standard, local; options: official option names without dashes.
    standards_folder: of fetched models to prefer to the bundled ones of the same name; empty = bundled ones only.
    """

    path: str
    standard: str = ""
    crs: str = "EPSG:2154"
    families: tuple[str, ...] = FAMILIES
    rule_profile: str = ""
    options: Mapping[str, object] = field(default_factory=dict)
    standards_folder: str = ""


def validate_delivery(
    request: ValidationRequest,
    progress: Progress | None = None,
    *,
    on_findings: OnFindings | None = None,
) -> Report:
    """Validate a delivery. The report keeps it open: close `report.geometries` when done.

    on_findings: called in this thread with each batch of findings. A cancelled run returns a partial report; a
    delivery that cannot be opened returns an *unreadable* one. Raises InvalidParameterError for what is asked
    wrongly, before anything is read, and InvalidModelError for a model that cannot be used.
    """
    run = _Run(request, progress or SilentProgress(), on_findings)
    try:
        delivery = run.open()
    except UnreadableDeliveryError as error:
        return run.unreadable(error)
    try:
        return run.validate(delivery)
    except BaseException:
        delivery.close()
        raise


class _Run:
    """One validation, from its parameters to its report."""

    def __init__(self, request: ValidationRequest, progress: Progress, on_findings: OnFindings | None) -> None:
        self.request = request
        self.progress = progress
        self.families = check_families(request.families)
        check_reference_system(request.crs)
        check_profile(request.rule_profile)
        options = read_options(request.options)
        self.options: ValidationOptions = with_extents_ready(options, request.crs)
        self.standards = standards_at_hand(bundled_registry(), request.standards_folder)
        self.model = given_model(request.standard, self.standards)
        self.catalogue = rule_catalogue()
        self.collector = FindingCollector(
            self.catalogue, self.families, max_errors=options.max_errors, on_findings=on_findings
        )
        self.started = dt.datetime.now(dt.timezone.utc).isoformat(timespec="seconds")
        self.clock = time.perf_counter()
        self.phases: dict[str, float] = {}

    def open(self) -> OpenedDelivery:
        self.progress.phase("Ouverture de la livraison", 0)
        return OpenedDelivery(self.request.path)

    def validate(self, delivery: OpenedDelivery) -> Report:
        detection = self._detection(delivery)
        model = self.model or self.standards.load(detection.model)
        self.phases["open"] = time.perf_counter() - self.clock
        document = Document(delivery, model, self.options, self.request.crs)
        engine = Engine(document, self.collector, self.progress)
        partial = False
        try:
            engine.run()
        except CancelledError:
            partial = True
        self.phases.update(engine.durations)
        geometries = DeliveryGeometries(delivery, document)
        findings = self.collector.findings()
        return Report(
            header=self._header(delivery, model, detection, partial=partial),
            verdict=verdict_of(findings),
            findings=findings,
            catalogue=self.catalogue.for_model(model.name),
            model=model,
            tables=geometries.summaries(),
            geometries=geometries,
            files=[entry.path for entry in delivery.entries],
        )

    def _detection(self, delivery: OpenedDelivery) -> Detection:
        if self.model is not None:
            return Detection(self.model.name, "imposé par l'appelant", given=True)
        return detect(clues_of(delivery), self.standards.names(), self.standards.load)

    def _header(
        self, delivery: OpenedDelivery, model: DocumentModel, detection: Detection, *, partial: bool
    ) -> ReportHeader:
        return ReportHeader(
            delivery=delivery.name,
            path=self.request.path,
            detection=detection,
            model_title=model.title,
            model_source=model.source,
            crs=self.request.crs,
            options=dict(self.options.given),
            families=[family.value for family in self.families],
            rule_profile=self.request.rule_profile,
            manifest_sha256=delivery.manifest(),
            versions=versions(),
            started=self.started,
            seconds=round(time.perf_counter() - self.clock, 3),
            phases={name: round(value, 4) for name, value in self.phases.items()},
            files_checked=delivery.has_files,
            partial=partial,
        )

    def unreadable(self, error: UnreadableDeliveryError) -> Report:
        """The report of a delivery that could not be opened: one finding, whatever the families."""
        collector = FindingCollector(self.catalogue, Family)
        collector.add(self, [Fault(_UNREADABLE, {"REASON": error.message.rstrip(".")}, file=self.request.path)])
        detection = Detection(self.model.name if self.model else "", "", given=self.model is not None)
        name = self.request.path.rstrip("/\\").replace("\\", "/").rpartition("/")[2]
        header = ReportHeader(
            delivery=name,
            path=self.request.path,
            detection=detection,
            model_title=self.model.title if self.model else "",
            model_source=self.model.source if self.model else ModelSource(""),
            crs=self.request.crs,
            options=dict(self.options.given),
            families=[family.value for family in self.families],
            rule_profile=self.request.rule_profile,
            versions=versions(),
            started=self.started,
            seconds=round(time.perf_counter() - self.clock, 3),
            files_checked=False,
        )
        findings = collector.findings()
        return Report(header, verdict_of(findings, opened=False), findings, self.catalogue)


def check_families(names: tuple[str, ...]) -> tuple[Family, ...]:
    """The families of a list of words. Raises InvalidParameterError for an unknown one."""
    unknown = [name for name in names if name not in FAMILIES]
    if unknown:
        message = f"Famille inconnue : {', '.join(unknown)}. Familles connues : {', '.join(FAMILIES)}."
        raise InvalidParameterError(message)
    return tuple(family for family in Family if family.value in names)


def given_model(standard: str, standards: Standards) -> DocumentModel | None:
    """The model that the caller imposes: a name, a path or an address; None when it is to be detected."""
    if not standard:
        return None
    known = standard.lower() in {name.lower() for name in standards.names()}
    if not known and ("/" in standard or "\\" in standard or standard.lower().endswith((".json", ".zip", ".xml"))):
        return load_model(standard, _download)
    return standards.load(standard)


def _download(address: str) -> bytes:
    """Bytes at an address. The network costs its start-up only to who needs it."""
    from smica_qgis.host.network import download

    return download(address)


def check_profile(name: str) -> None:
    """Raise InvalidParameterError for a rule profile: this version has none, the local family is empty."""
    if name:
        message = f"Le profil de règles « {name} » est inconnu : cette version n'en a encore aucun."
        raise InvalidParameterError(message)
