"""The floor of an import of the cadastre: GDAL alone, in one process, unpacking sheets and writing the same layers.

Run by scripts/benchmark_cadastre with the Python of QGIS: a folder of archives, then the GeoPackage to write; prints
seconds.
"""

from __future__ import annotations

import shutil
import sys
import tarfile
import tempfile
import time
from pathlib import Path

from osgeo import gdal

LAYERS = (
    "COMMUNE_id", "SECTION_id", "SUBDSECT_id", "PARCELLE_id", "BATIMENT_id", "LIEUDIT_id", "SUBDFISC_id", "NUMVOIE_id",
    "VOIEP_id", "TSURF_id", "TRONFLUV_id", "TRONROUTE_id", "CHARGE_id", "TLINE_id", "ZONCOMMUNI_id", "BORNE_id",
    "BOULON_id", "CROIX_id", "PTCANV_id", "SYMBLIM_id", "TPOINT_id",
)  # fmt: skip


def main() -> None:
    """Unpack each archive, read it, append its layers."""
    gdal.UseExceptions()
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    gdal.SetConfigOption("OGR_EDIGEO_CREATE_LABEL_LAYERS", "NO")
    archives, target = sorted(Path(sys.argv[1]).glob("*.tar.bz2")), Path(sys.argv[2])
    start = time.perf_counter()
    out = gdal.GetDriverByName("GPKG").Create(str(target), 0, 0, 0, gdal.GDT_Unknown)
    for archive in archives:
        work = Path(tempfile.mkdtemp(prefix="smica_floor_"))
        with tarfile.open(archive) as packed:
            packed.extractall(work)  # noqa: S202 - our own clones
        source = gdal.OpenEx(
            str(next(work.glob("*.THF"))), gdal.OF_VECTOR | gdal.OF_READONLY, allowed_drivers=["EDIGEO"]
        )
        present = {source.GetLayer(place).GetName() for place in range(source.GetLayerCount())}
        options = gdal.VectorTranslateOptions(
            accessMode="append",
            addFields=True,
            layers=[name for name in LAYERS if name in present],
            geometryType="PROMOTE_TO_MULTI",
        )
        gdal.VectorTranslate(out, source, options=options)
        source = None
        shutil.rmtree(work)
    out = None
    print(f"{time.perf_counter() - start:.3f}")


if __name__ == "__main__":
    main()
