"""A copy of what never changes, with some of it different: as `dataclasses.replace` makes it, in a third of the time.

A case has some eighty fields, and a turn makes a few copies of it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import replace
else:

    def replace(instance: Any, /, **changes: Any) -> Any:
        """The same, but for what is given by name. Raises TypeError for a name that it has not."""
        taken_apart = _parts(type(instance))
        if taken_apart is None or not taken_apart[1].keys() >= changes.keys():
            return dataclasses.replace(instance, **changes)
        values_of, places = taken_apart
        values = list(values_of(instance))
        for name, value in changes.items():
            values[places[name]] = value
        return type(instance)(*values)


@cache
def _parts(kind: type[Any]) -> tuple[Callable[[Any], tuple[Any, ...]], Mapping[str, int]] | None:
    """How the fields of a kind are taken out in their order, and where each stands; None if it is made otherwise."""
    fields = dataclasses.fields(kind)
    plain = all(each.init and not each.kw_only for each in fields) and len(fields) == len(kind.__dataclass_fields__)
    if not plain or len(fields) < 2:  # of one alone its value comes, and no tuple
        return None
    return attrgetter(*(each.name for each in fields)), {each.name: at for at, each in enumerate(fields)}


__all__ = ["replace"]
