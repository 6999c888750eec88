"""Archives of sheets come from outside: within bounds, no links, no way out, cut ones refused."""

from __future__ import annotations

import bz2
import gzip
import io
import tarfile
from collections.abc import Callable

import pytest

from smica_qgis.core.errors import CancelledError
from smica_qgis.core.progress import SilentProgress
from smica_qgis.geodata.cadastre.bounds import CadastreBounds
from smica_qgis.geodata.cadastre.errors import UnreadableSheetError
from smica_qgis.geodata.cadastre.unpacking import unpack_sheet

CONTENT = {"E000A01.THF": b"head" * 500, "EDA01T1.VEC": bytes(range(256)) * 40}
SILENT = SilentProgress()


def tar(files: dict[str, bytes] | None = None, **special: str) -> bytes:
    """Return a tar; special: name → kind ("link", "symlink", "fifo", "device")."""
    out = io.BytesIO()
    kinds = {"link": tarfile.LNKTYPE, "symlink": tarfile.SYMTYPE, "fifo": tarfile.FIFOTYPE, "device": tarfile.CHRTYPE}
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, content in (CONTENT if files is None else files).items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
        for name, kind in special.items():
            member = tarfile.TarInfo(name)
            member.type, member.linkname = kinds[kind], "E000A01.THF"
            archive.addfile(member)
    return out.getvalue()


@pytest.mark.parametrize("pack", [bz2.compress, gzip.compress, bytes])
def test_all_packings(pack: Callable[[bytes], bytes]) -> None:
    assert unpack_sheet(pack(tar()), SILENT) == CONTENT


def test_folders_of_an_archive_do_not_matter() -> None:
    assert unpack_sheet(bz2.compress(tar({"./edigeo/a.thf": b"x"})), SILENT) == {"a.thf": b"x"}


@pytest.mark.parametrize("name", ["../a.thf", "/etc/a.thf", "x/../../a.thf", "C:\\a.thf", "..\\a.thf"])
def test_no_way_out(name: str) -> None:
    with pytest.raises(UnreadableSheetError, match="un chemin qui en sort"):
        unpack_sheet(bz2.compress(tar({name: b"x"})), SILENT)


@pytest.mark.parametrize("kind", ["link", "symlink", "fifo", "device"])
def test_only_files(kind: str) -> None:
    with pytest.raises(UnreadableSheetError, match="un lien ou un fichier spécial"):
        unpack_sheet(bz2.compress(tar(lien=kind)), SILENT)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
@pytest.mark.parametrize("pack", [bz2.compress, gzip.compress])
def test_a_cut_archive(pack: Callable[[bytes], bytes], share: float) -> None:
    packed = pack(tar())
    with pytest.raises(UnreadableSheetError, match="tronquée"):
        unpack_sheet(packed[: int(len(packed) * share)], SILENT)


@pytest.mark.parametrize("length", [100, 512, 1000, 2560, 3000, 4000])
def test_a_tar_cut_before_it_was_packed(length: int) -> None:
    with pytest.raises(UnreadableSheetError, match="tronquée"):
        unpack_sheet(bz2.compress(tar()[:length]), SILENT)


def test_bounds() -> None:
    bomb = bz2.compress(bytes(40_000_000))
    assert len(bomb) < 1000
    with pytest.raises(UnreadableSheetError, match="une fois décompressée"):
        unpack_sheet(bomb, SILENT, CadastreBounds(sheet=10_000_000))
    with pytest.raises(UnreadableSheetError, match="dépasse"):
        unpack_sheet(bytes(2000), SILENT, CadastreBounds(packed=1000))
    with pytest.raises(UnreadableSheetError, match="plus de 3 fichiers"):
        unpack_sheet(tar({f"{number}.vec": b"" for number in range(5)}), SILENT, CadastreBounds(members=3))


def test_it_may_be_stopped() -> None:
    class Stopped(SilentProgress):
        def cancelled(self) -> bool:
            return True

    with pytest.raises(CancelledError):
        unpack_sheet(bz2.compress(tar()), Stopped())
