"""Names of models as a person gives them: found whatever their case, and near ones said when there is none."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence

from smica_qgis.core.document_model.bundled_names import in_reading_order
from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.core.planning.document_name import model_type

_MOST_NAMES = 12
_NEARNESS = 0.6


def exact_name(name: str, names: Sequence[str]) -> str:
    """The name as it is written in the list. Raises InvalidParameterError, which says a few of the others."""
    known = {n.lower(): n for n in names}
    exact = known.get(name.lower())
    if exact is not None:
        return exact
    message = f"Le standard « {name} » n'est pas connu. {_others(name.lower(), known)}"
    raise InvalidParameterError(message)


def _others(wanted: str, known: Mapping[str, str]) -> str:
    """Say all the names when they are few, else those that hold it or look like it, else the last of each kind."""
    if not known:
        return "Aucun standard n'est disponible."
    if len(known) <= _MOST_NAMES:
        return f"Standards connus : {', '.join(known.values())}."
    near = [lower for lower in known if wanted in lower]
    if not 0 < len(near) <= _MOST_NAMES:
        near = difflib.get_close_matches(wanted, known, n=_MOST_NAMES, cutoff=_NEARNESS)
    if near:
        return f"Standards au nom proche : {', '.join(sorted((known[n] for n in near), key=in_reading_order))}."
    return f"{len(known)} standards sont connus, par exemple {', '.join(_one_of_each_kind(known.values()))}."


def _one_of_each_kind(names: Iterable[str]) -> Iterator[str]:
    """The last name of each kind: the latest version of PLU, that of PLUi and so on."""
    return iter({model_type(name): name for name in sorted(names, key=in_reading_order)}.values())
