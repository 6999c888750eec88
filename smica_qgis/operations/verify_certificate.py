"""Whether a certificate is the one that was signed, on the delivery that one holds."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from smica_qgis.core.errors import SmicaError
from smica_qgis.core.progress import Progress, SilentProgress
from smica_qgis.core.workflow.certificate import (
    STATE_SENTENCES,
    Certificate,
    CertificateState,
    broken_entry,
    certificate_state,
    is_registered,
    read_certificate,
)
from smica_qgis.database.store import Store
from smica_qgis.geodata.delivery.delivery_manifest import delivery_manifest
from smica_qgis.operations.decide_round import register

_LARGEST = 64 * 1024 * 1024


@dataclass(frozen=True)
class Verification:
    """What was found. sentences: French, the verdict first."""

    state: CertificateState
    certificate: Certificate
    sentences: tuple[str, ...]


def verify_certificate(
    path: Path, store: Store | None = None, delivery: str = "", progress: Progress | None = None
) -> Verification:
    """Verify a certificate (its JSON file). store: None when one has no access to it; delivery: path, empty for none.

    Raises CertificateError for a file that is none, SmicaError when it cannot be read, UnreadableDeliveryError.
    """
    progress = progress or SilentProgress()
    try:
        if path.stat().st_size > _LARGEST:
            raise SmicaError(f"{path.name} est trop gros pour être un certificat.")
        text = path.read_bytes().decode("utf-8", "replace")
    except OSError as error:
        raise SmicaError(f"Le certificat {path} ne peut pas être lu.", str(error)) from error
    read = read_certificate(text)
    manifest = delivery_manifest(delivery, progress).sha256 if delivery else ""
    entries = register(store) if store is not None else []
    broken = broken_entry(entries)
    state = certificate_state(read, manifest, registered=is_registered(entries, read.seal))
    said = [STATE_SENTENCES[state]]
    if store is None and state is CertificateState.UNALTERED:
        said.append("La base commune n'a pas été consultée.")
    if broken is not None:
        said.append(
            f"Le registre de la base a été modifié à la main à partir de la décision du {broken.at} : ce qui suit n'y "
            "prouve plus rien."
        )
    if not delivery:
        said.append("Aucune livraison n'a été comparée au certificat.")
    return Verification(state, read.certificate, tuple(said))
