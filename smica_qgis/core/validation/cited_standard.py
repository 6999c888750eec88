"""Which standard a rule is cited from, when it is told of a document of another kind.

The rules that all standards share are cited from that of the PLU, with its pages; read for a servitude or a SCoT, those
pages would send the reader to a document that does not concern them.
"""

from __future__ import annotations

from smica_qgis.core.planning.document_name import model_type

_PLU = "Standard CNIG PLU "
_AND = " ; "
_PLANS_OF_THAT_STANDARD = ("PLU", "PLUi")


def cited_for(paragraph: str, model: str) -> str:
    """The paragraph as cited for a document that follows a model: pages of the PLU for the PLU only.

    paragraph: as in the rule texts, references separated by « ; ». model: its name, such as cnig_SUP_AC1_2016.
    """
    kind = model_type(model)
    if not kind or kind in _PLANS_OF_THAT_STANDARD:
        return paragraph
    cited = (f"Standard CNIG {kind}" if part.startswith(_PLU) else part for part in paragraph.split(_AND))
    return _AND.join(dict.fromkeys(cited))
