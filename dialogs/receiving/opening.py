"""A file that only held others: they become files of their own, and it stays beside them as it was sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.case.document import REFUSED, Document
from dialogs.effects import Effect, Erase, TakeOut, Turn
from dialogs.receiving.contents import Contents
from dialogs.receiving.quotas import Quotas, counted
from dialogs.receiving.sent import TELEGRAM_LIMIT
from dialogs.roads.files import changes as file_changes

NESTED = "archive"
"""What a container is told to be that lay too deep in others to be opened."""
_TOLD_AS = {"outlook": "mail", "tnef": "mail", "signed": "data", "mht": "web_page", "tar": "archive"}


@dataclass(frozen=True, slots=True)
class Holder:
    """A file that only held others, and how many came in it."""

    file: Document
    papers: int

    @property
    def more(self) -> int:
        """How many of those that are of no kind we keep are not named."""
        return self.file.other_files - len(self.file.others)


def papers_of(case: Case, container: Document) -> tuple[Document, ...]:
    """The files that came in it and are still there."""
    return tuple(each for each in case.documents if each.container == container.number)


def papers(together: tuple[Document, ...]) -> tuple[Document, ...]:
    """Files that came together, without those that only held others, unless there is nothing else."""
    return tuple(each for each in together if each.state != "opened") or together


def opened(
    case: Case, container: Document, contents: Contents, quotas: Quotas, at: datetime
) -> tuple[Case, tuple[TakeOut, ...]]:
    """The case with all that may be a paper in it on its way, as far as there is room, and what is to be done for it.

    One that was opened before, and was lost and found meanwhile, gives nothing twice.
    """
    case = case.with_document(replace(container, record=""))
    if papers_of(case, container) or container.left:
        return case, ()
    album = f"{container.album or container.batch}:{container.number}"
    takings: list[TakeOut] = []
    for each in contents.enclosed:
        if not quotas.takes(case, at):
            break
        case = counted(case, at)
        size = min(each.size, TELEGRAM_LIMIT)
        paper = Document(case.files_seen, container.batch, each.name, container.record, size=size, album=album)
        paper = replace(paper, container=container.number, errand=container.errand, facts=each.facts)
        case = case.with_document(paper)
        takings.append(TakeOut(paper.number, container.number, each.place))
    left = len(contents.enclosed) - len(takings) + contents.beyond
    told = replace(container, record="", others=contents.others, other_files=contents.other_files, left=left)
    return case.with_document(told), tuple(takings)


def sent_before(case: Case, container: Document) -> Document | None:
    """The very same file, all of whose papers are here: it was sent twice, or again because we lost it."""
    same = (each for each in case.documents if each.digest == container.digest and each.number != container.number)
    return next((each for each in same if _is_whole(papers_of(case, each))), None)


def in_its_place(case: Case, old: Document, container: Document) -> tuple[Case, tuple[Effect, ...]]:
    """The case with the same file as it came now: what came in it stays as it is, and comes not twice."""
    told = replace(container, record="", others=old.others, other_files=old.other_files, left=old.left)
    case = file_changes.without(case, old.number).with_document(told)
    for each in papers_of(case, old):
        case = case.with_document(replace(each, container=container.number))
    return case, (Erase(old.number),)


def _is_whole(held: tuple[Document, ...]) -> bool:
    return bool(held) and all(each.state != "arriving" for each in held)


def settled(before: Case, turn: Turn) -> Turn:
    """What is deleted is nowhere: with a container all that came in it goes, and with one of those the container.

    The others that came in it stay, each a file of its own. One of which nothing could be kept was kept in vain.
    """
    there = {each.number for each in turn.case.documents}
    gone = {each.number: each for each in before.documents if each.number not in there}
    deleted = {number for number, each in gone.items() if each.state == "opened"}  # of a lost one they are all we have
    doomed = [each.number for each in turn.case.documents if each.container in deleted]
    doomed += sorted({each.container for each in gone.values() if each.container} & there)
    case, effects = turn.case, list[Effect]()
    for number in doomed:
        case = file_changes.without(case, number)
        effects.append(Erase(number))
    for container in case.documents:
        if container.state == "opened" and is_in_vain(case, container):
            case = case.with_document(told_empty(container))
            effects.append(Erase(container.number))
    return replace(turn, case=case, effects=(*turn.effects, *effects)) if effects else turn


def is_in_vain(case: Case, container: Document) -> bool:
    """Whether nothing that came in it could be kept."""
    held = papers_of(case, container)
    return bool(held) and all(each.state in REFUSED for each in held)


def told_empty(container: Document) -> Document:
    """As it is told of from then on."""
    return replace(container, state="unknown_kind", kind=_TOLD_AS.get(container.kind, container.kind), size=0)
