"""`smica:publish_round`: the plan, the publication, what is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback

from smica_qgis.processing.publish_round import PublishRound
from tests.qgis.published_rounds import DOCUMENT, accepted, states

pytestmark = pytest.mark.usefixtures("qgis_app")


def run(**parameters: object) -> dict[str, Any]:
    results, ok = PublishRound().create().run(
        parameters, QgsProcessingContext(), QgsProcessingFeedback(), {}, False
    )  # fmt: skip
    assert ok
    return dict(results)


def test_plan_then_publish(tmp_path: Path) -> None:
    store, report = str(tmp_path / "base.gpkg"), str(tmp_path / "rapport.json")
    path = accepted(store, "rev1", DOCUMENT, tmp_path / "1")
    asked = {"STORE": store, "PROCEDURE": "rev1", "INPUT": path}
    assert run(**asked, DRY_RUN=True)["STATE"] == "planned"
    assert states(store) == {"rev1": ["accepted"]}
    done = run(**asked, REPORT_JSON=report)
    assert (done["STATE"], done["ROUND"], done["VERSION"]) == ("done", 1, 1)
    assert states(store) == {"rev1": ["published"]}
    assert json.loads(Path(report).read_text(encoding="utf-8"))["certificate"] == done["CERTIFICATE"]
    with pytest.raises(QgsProcessingException, match="n'est pas la livraison"):
        run(STORE=store, PROCEDURE="rev1", INPUT=str(next(Path(path).rglob("*.pdf")).parent))
