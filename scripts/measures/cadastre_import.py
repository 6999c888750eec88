"""Our import of the cadastre: a folder of sheets, then the store to write; prints the seconds of each phase as JSON.

Run by scripts/benchmark_cadastre with the Python of QGIS.
"""

from __future__ import annotations

import json
import resource
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from smica_qgis.operations.import_cadastre import CadastreRequest, import_cadastre


def main() -> None:
    """Import, and say how long it took."""
    report = import_cadastre(CadastreRequest([Path(sys.argv[1])], sys.argv[2]))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps({**report.seconds, "memory_megabytes": memory // 1024, "objects": sum(report.objects().values())}))


if __name__ == "__main__":
    main()
