"""What a batch is going to do, known before the start: items, what is wrong with some, what is ignored."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.geodata.delivery.delivery_name import delivery_name
from smica_qgis.operations.batch.delivery_list import ListLine, read_list
from smica_qgis.operations.batch.folder import deliveries_in
from smica_qgis.operations.batch.items import BatchItem, BatchRequest
from smica_qgis.operations.batch.report_paths import ReportPlaces, refusal

SUMMARY = "summary.csv"
DEFAULT_CRS = "EPSG:2154"
_MOST_LIST_OCTETS = 16 * 1024**2


@dataclass(frozen=True)
class Plan:
    """items: in order; problems: number of an item → why it cannot be done; ignored: names of what is no delivery."""

    items: tuple[BatchItem, ...]
    problems: Mapping[int, str] = field(default_factory=dict)
    ignored: tuple[str, ...] = ()


def make_plan(request: BatchRequest) -> Plan:
    """List the deliveries of a folder or of a CSV list, and give each report its place.

    Raises InvalidParameterError when there is no such folder or list, or when the list cannot be read.
    """
    source, output = absolute(request.path), absolute(request.output)
    if not request.path.strip():
        raise InvalidParameterError("Indiquez le dossier des livraisons ou la liste CSV.")
    if source.is_dir():
        deliveries, ignored = deliveries_in(source, output)
        lines = [ListLine(str(path)) for path in deliveries]
        plan = _plan(lines, source, output)
        return replace(plan, ignored=tuple(name for name in ignored if not _is_ours(source / name, plan, output)))
    if not source.is_file():
        message = (
            f"« {request.path} » n'est ni un dossier ni un fichier : indiquez le dossier des livraisons ou une liste."
        )
        raise InvalidParameterError(message)
    if source.suffix.lower() in (".zip", ".gpkg"):
        message = f"« {source.name} » est une seule livraison : contrôlez-la avec smica:validate_delivery."
        raise InvalidParameterError(message)
    return _plan(read_list(source), source.parent, output)


def deliveries_at_most(path: str) -> int:
    """How many deliveries a folder or a list can hold, without looking at them; at least 1."""
    source = absolute(path)
    try:
        if source.is_dir():
            return max(1, len(list(source.iterdir())))
        if source.stat().st_size > _MOST_LIST_OCTETS:
            return _MOST_LIST_OCTETS
        return source.read_bytes().count(b"\n") + 1
    except OSError:
        return 1  # the plan says what is wrong


def absolute(path: str | Path) -> Path:
    """The absolute path, without `..`, links left as they are: their name is that of the delivery."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links


def _plan(lines: list[ListLine], folder: Path, output: Path) -> Plan:
    places = ReportPlaces(output, [SUMMARY])
    paths = [absolute(folder / line.delivery) for line in lines]
    names = [delivery_name(path) if line.delivery else "" for line, path in zip(lines, paths)]
    problems = {number: line.problem for number, line in enumerate(lines, 1) if line.problem}
    reports: dict[int, str] = {}
    # the places that the list gives come first: a name made here gives way to them
    for number, line in enumerate(lines, 1):
        if line.report:
            reports[number], problem = _claimed(places, line.report)
            if problem:
                problems.setdefault(number, problem)
    unnamed = [number for number, line in enumerate(lines, 1) if not line.report and line.delivery]
    made = places.name([(names[number - 1], paths[number - 1]) for number in unnamed])
    reports.update(zip(unnamed, made))
    items = tuple(
        BatchItem(
            number=number,
            delivery=names[number - 1],
            path=str(paths[number - 1]) if line.delivery else "",
            standard=line.standard,
            crs=line.crs or DEFAULT_CRS,
            options=line.options,
            report=reports.get(number, ""),
        )
        for number, line in enumerate(lines, 1)
    )
    return Plan(items, problems)


def _claimed(places: ReportPlaces, report: str) -> tuple[str, str]:
    """The place of a report that the list names, and why it is refused: a refused one has no place."""
    problem = refusal(report)
    place = None if problem else places.claim(report)
    if place is None:
        return "", problem or f"Le rapport « {report} » est déjà celui d'une autre ligne."
    return place, ""


def _is_ours(path: Path, plan: Plan, output: Path) -> bool:
    """Whether something of the folder was written by a batch whose output is that very folder."""
    if path.parent != output:
        return False
    reports = {Path(item.report).with_suffix("") for item in plan.items}
    return path.name == SUMMARY or path.name.startswith(".smica_") or path.with_suffix("") in reports
