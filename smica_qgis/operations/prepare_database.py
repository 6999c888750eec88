"""Prepare a PostGIS store for several authorities: tables up to date, groups, rights, row security, audit."""

from __future__ import annotations

import csv
import io
import re
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.database.postgis_connection import is_postgis_address

if TYPE_CHECKING:
    from smica_qgis.database.postgis_rights import Authority, PreparedRights

HEADER = ("siren", "nom", "compte", "codes")
_PREFIX = re.compile(r"[a-z][a-z0-9_]{0,30}", re.ASCII)
_SIREN = re.compile(r"[0-9]{9}", re.ASCII)
_CODE = re.compile(r"[0-9A-Z]{5,9}", re.ASCII)
_LAMBERT_93 = 2154


@dataclass(frozen=True)
class PreparationRequest:
    """store: address of a PostGIS, opened by its owner; authorities: path of a CSV siren, nom, compte, codes.

    technicians, officers, readers: accounts of the server; prefix: of the names of the groups (smica_lecteur…).
    """

    store: str
    authorities: str = ""
    technicians: tuple[str, ...] = ()
    officers: tuple[str, ...] = ()
    readers: tuple[str, ...] = ()
    prefix: str = "smica"


def prepare_database(request: PreparationRequest) -> PreparedRights:
    """Prepare it, again as often as wanted (a new migration brings new tables). Accounts are not made, nor passwords.

    Raises InvalidParameterError, StoreError (not the owner, no right to make groups).
    """
    if not is_postgis_address(request.store.strip()):
        message = "Seule une base PostGIS a des rôles : un GeoPackage a les droits de son fichier et de son dossier."
        raise InvalidParameterError(message)
    if not _PREFIX.fullmatch(request.prefix):
        message = f"Le préfixe des groupes est fait de lettres minuscules, chiffres et _, pas « {request.prefix} »."
        raise InvalidParameterError(message)
    authorities = read_authorities(Path(request.authorities)) if request.authorities else []
    # where no PostGIS is used, nobody should have to have its driver
    from smica_qgis.database.postgis_rights import Accounts, owned_by, prepare_rights
    from smica_qgis.database.postgis_store import open_postgis

    with closing(open_postgis(request.store.strip(), _LAMBERT_93)) as store:
        owned_by(store)
        accounts = Accounts(authorities, request.technicians, request.officers, request.readers)
        return prepare_rights(store, accounts, request.prefix)


def read_authorities(path: Path) -> list[Authority]:
    """The authorities of a CSV (UTF-8; `;` or `,`; several codes separated by blanks). Raises InvalidParameterError."""
    from smica_qgis.database.postgis_rights import Authority

    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        message = f"Le fichier des autorités {path} ne peut être lu (UTF-8)."
        raise InvalidParameterError(message, str(error)) from error
    delimiter = ";" if ";" in text.partition("\n")[0] else ","
    rows = csv.DictReader(io.StringIO(text), delimiter=delimiter)
    if tuple(rows.fieldnames or ()) != HEADER:
        message = f"Le fichier des autorités {path.name} doit avoir l'en-tête {delimiter.join(HEADER)}."
        raise InvalidParameterError(message)
    found = []
    for number, row in enumerate(rows, 2):
        codes = tuple((row["codes"] or "").upper().split())
        if not _SIREN.fullmatch(row["siren"] or "") or not row["compte"] or not codes:
            message = f"{path.name}, ligne {number} : il faut un SIREN de neuf chiffres, un compte et au moins un code."
            raise InvalidParameterError(message)
        wrong = [code for code in codes if not _CODE.fullmatch(code)]
        if wrong:
            message = f"{path.name}, ligne {number} : {', '.join(wrong)} n'est ni un code INSEE, ni un SIREN."
            raise InvalidParameterError(message)
        found.append(Authority(row["siren"], row["nom"], row["compte"].strip(), codes))
    return found
