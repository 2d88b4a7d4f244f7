"""What lies in a file that was opened, each looked at as if it had been sent alone: for whoever keeps none of it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

from bot.documents.inspection import Verdict, inspect
from bot.documents.taking_out import take_out
from dialogs.case.facts import surer
from dialogs.receiving.contents import Enclosed


async def within(content: bytes, opened: Verdict, rules: bytes = b"{}") -> AsyncIterator[tuple[Enclosed, Verdict]]:
    """Each in its order, with what is found of it; one that lies deeper in it is of a kind we do not keep."""
    for enclosed in opened.contents.enclosed:
        taken = await take_out([content], opened.kind, enclosed.place)
        if taken.state:
            yield enclosed, Verdict(taken.state, taken.kind, 0)
            continue
        found = await inspect([taken.content], rules)
        found = replace(found, facts=surer(enclosed.facts, found.facts))
        yield enclosed, Verdict("unknown_kind", "archive", 0) if found.state == "opened" else found
