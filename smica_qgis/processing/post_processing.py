"""Work on a layer once Processing has put it in the project, without losing the object that does it.

The details of a layer belong to Python for a moment only: when they go, the bindings let the Python half of their
post-processor go too, and QGIS calls one that does nothing. QGIS deletes the other half with the context.
"""

from __future__ import annotations

from qgis.core import QgsProcessingContext, QgsProcessingLayerPostProcessorInterface
from qgis.PyQt import sip

_ALIVE: list[QgsProcessingLayerPostProcessorInterface] = []


def set_post_processor(
    details: QgsProcessingContext.LayerDetails, processor: QgsProcessingLayerPostProcessorInterface
) -> None:
    """Give a layer its post-processor, one each, kept until QGIS deletes it."""
    _ALIVE[:] = [known for known in _ALIVE if not sip.isdeleted(known)]
    _ALIVE.append(processor)
    details.setPostProcessor(processor)
