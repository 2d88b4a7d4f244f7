"""Where a patient wants to go, in a sentence that also tells where somebody else wants them to go."""

from __future__ import annotations

from collections.abc import Callable

from dialogs.content.told import Told
from dialogs.content.told_words import spread, trimmed
from dialogs.content.word_rows import Row, Rows


def own_wish(text: str, told: Told, names_a_place: Callable[[str], bool]) -> str:
    """The places that they want themselves; the whole text, unless another wants them to be somewhere else."""
    pieces, words, piece_of = spread(text)
    begins = _begins(words, told)
    own, others = list[str](), list[str]()
    until = [at for at, *_ in begins[1:]] + [len(words)] * bool(begins)
    for (_, end, is_own), behind in zip(begins, until, strict=True):
        last = piece_of[behind] if behind < len(words) else len(pieces)
        if end >= len(words):
            continue
        (own if is_own else others).append(_bare(" ".join(pieces[piece_of[end] : last]), told))
    wanted = [each for each in own if names_a_place(each)]
    return ", ".join(wanted) if wanted and any(map(names_a_place, others)) else text


def _begins(words: Row, told: Told) -> list[tuple[int, int, bool]]:
    """Where somebody begins to tell what they want: from which word to which they say so, and whether of themselves."""
    bare = tuple(word[1:] if word.startswith(told.joined) and len(word) > 1 else word for word in words)
    found, at = list[tuple[int, int, bool]](), 0
    while at < len(words):
        mine, theirs = (
            max(rows.longest(each, at) for each in (words, (*words[:at], bare[at], *words[at + 1 :])))
            for rows in (told.mine, told.theirs)
        )
        if end := max(mine, theirs):
            found.append((at, end, mine > theirs))
        at = max(end, at + 1)
    return found


def _bare(text: str, told: Told) -> str:
    """A place without what leads to it and what follows it: "go to Mayo but my"."""
    around = Rows.together((told.passed, told.going, told.links, told.around, told.but, told.mine))
    pieces, words, piece_of = spread(text)
    begin, end = 0, len(words)
    while begin < end and (further := around.longest(words, begin)):
        begin = further
    while end > begin and around.cover(words[end - 1 : end]):
        end -= 1
    return trimmed(" ".join(pieces[piece_of[begin] : piece_of[end - 1] + 1])) if begin < end else ""
