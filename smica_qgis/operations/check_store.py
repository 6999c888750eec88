"""Try the shared store of an address, and say in words what was seen: for the person, and for who runs the network."""

from __future__ import annotations

import datetime as dt
import platform
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from qgis.core import Qgis

from smica_qgis.core.errors import SmicaError
from smica_qgis.core.source_profile.hidden_secrets import without_secrets
from smica_qgis.database.open_store import open_store
from smica_qgis.database.store_examination import StoreExamination, examine_store

_FEW_WRITERS = "Au-delà de deux ou trois personnes qui écrivent, utilisez PostGIS."


class StoreVerdict(Enum):
    """What may be done with a store."""

    READY = "ready"
    READ_ONLY = "read only"
    TO_MAKE = "to make"
    UNUSABLE = "unusable"


@dataclass(frozen=True)
class StoreCheck:
    """headline: one sentence; lines: what was seen; asked: what an IT department must do."""

    verdict: StoreVerdict
    headline: str
    lines: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()

    def report(self) -> str:
        """A text to be sent to who runs the network or the server. Nothing secret is in it."""
        now = dt.datetime.now().astimezone().isoformat(timespec="seconds")
        head = [
            f"Essai de la base commune de SMICA QGIS, {now}",
            f"QGIS {Qgis.version()}, {platform.system()} {platform.release()}",
            "",
            self.headline,
        ]
        asked = ["", "À faire :", *(f"- {line}" for line in self.asked)] if self.asked else []
        return "\n".join([*head, *(f"- {line}" for line in self.lines), *asked]) + "\n"


def check_store(address: str) -> StoreCheck:
    """Try a store. It is neither made nor changed, and a store that cannot be reached is an answer, not an error."""
    try:
        seen = examine_store(address)
    except SmicaError as error:
        return _unusable(address, error)
    verdict = _verdict(seen)
    return StoreCheck(verdict, _headline(seen, verdict), tuple(_lines(seen)), tuple(_asked(seen, verdict)))


def make_store(address: str) -> StoreCheck:
    """Make a store, or bring it up to date, then try it. Why it cannot be is an answer too."""
    try:
        open_store(address).close()
    except SmicaError as error:
        return _unusable(address, error)
    return check_store(address)


def _unusable(address: str, error: SmicaError) -> StoreCheck:
    details = (without_secrets(" ".join(error.details.split())),) if error.details else ()
    return StoreCheck(StoreVerdict.UNUSABLE, error.message, details, _asked_when_unreachable(address))


def _verdict(seen: StoreExamination) -> StoreVerdict:
    if seen.version > seen.newest or (seen.exists and not seen.readable):
        return StoreVerdict.UNUSABLE
    if seen.version < seen.newest:
        return StoreVerdict.TO_MAKE if seen.can_make else StoreVerdict.UNUSABLE
    return StoreVerdict.READY if seen.writable else StoreVerdict.READ_ONLY


def _headline(seen: StoreExamination, verdict: StoreVerdict) -> str:
    if seen.version > seen.newest:
        return f"La base {seen.name} a été faite par une version plus récente du plugin : mettez le plugin à jour."
    if seen.exists and not seen.readable:
        return f"La base {seen.name} ne peut être lue avec ce compte."
    if verdict is StoreVerdict.READY:
        return f"La base {seen.name} est prête : vous pouvez y lire et y écrire."
    if verdict is StoreVerdict.READ_ONLY:
        return f"La base {seen.name} est prête : vous pouvez y lire, pas y écrire."
    return _headline_of_work(seen, can_make=verdict is StoreVerdict.TO_MAKE)


def _headline_of_work(seen: StoreExamination, *, can_make: bool) -> str:
    """What is to be done to a store that is not there, or not up to date."""
    if seen.version:
        what = f"La base {seen.name} est d'une version plus ancienne"
        by_us = "elle sera mise à jour au premier import, ou tout de suite par le bouton"
        by_others = "quelqu'un qui a le droit d'y écrire doit l'ouvrir une fois"
    else:
        what = f"{seen.name} n'a pas encore nos tables" if seen.exists else f"La base {seen.name} n'existe pas encore"
        by_us = "elle sera faite au premier import, ou tout de suite par le bouton"
        by_others = "vous n'avez pas le droit de la faire"
    return f"{what} : {by_us if can_make else by_others}."


def _lines(seen: StoreExamination) -> Iterator[str]:
    yield f"Emplacement : {seen.place}"
    if seen.server:
        yield f"Serveur : {seen.server}, connexion {'chiffrée' if seen.encrypted else 'non chiffrée'}"
    if seen.version:
        yield (
            f"Version des tables : {seen.version} (ce plugin : {seen.newest}), {seen.tables} tables sur "
            f"{seen.expected_tables}, système EPSG:{seen.srid}"
        )
    if seen.exists:
        reading = "lecture" if seen.readable else "aucune lecture"
        yield f"Droits : {reading}, {'écriture' if seen.writable else 'aucune écriture'}"
    if seen.busy:
        yield "Un autre poste y écrit en ce moment : le vôtre attendrait son tour, trente secondes au plus."
    if seen.on_network:
        yield f"C'est un partage réseau : la base y est tenue dans le mode qui y est sûr. {_FEW_WRITERS}"
    if seen.on_network and seen.journal.lower() == "wal":
        yield "Un QGIS la tient dans un mode (WAL) qui n'est pas sûr sur un partage : fermez-la dans tous les QGIS."


def _asked(seen: StoreExamination, verdict: StoreVerdict) -> Iterator[str]:
    if seen.server and seen.encrypted is False and not seen.place.startswith(("127.", "localhost", "::1", "/")):
        yield "chiffrer la connexion à PostgreSQL (TLS ; sslmode=require ou verify-full du côté du poste)"
    if seen.version > seen.newest or verdict is StoreVerdict.READY:
        return
    if seen.server and not (seen.can_make or seen.version):
        yield "donner à ce compte le droit CREATE sur la base ou le schéma, ou y faire les tables avec un autre compte"
    elif seen.server and not (seen.readable and seen.writable) and seen.version:
        yield "lecture : USAGE sur le schéma et SELECT sur ses tables ; écriture : aussi INSERT, UPDATE et DELETE"
    elif not seen.server and not seen.writable and verdict is not StoreVerdict.TO_MAKE:
        yield "droit d'écrire dans le dossier et sur le fichier : SQLite écrit un journal à côté de la base"


def _asked_when_unreachable(address: str) -> tuple[str, ...]:
    if address.strip().lower().endswith(".gpkg"):
        return ("donner l'accès au dossier de la base, en lecture ; en écriture pour qui importe",)
    return (
        "laisser sortir le poste vers le serveur PostgreSQL (TCP 5432, sauf autre port)",
        "dans pg_hba.conf, une ligne pour ce poste et ce compte ; PostGIS dans la base",
        "sur le poste, une connexion de QGIS avec une authentification (authcfg), ou un service (pg_service.conf)",
    )
