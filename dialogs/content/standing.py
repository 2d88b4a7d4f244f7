"""Which of some files a text tells of, by where they stand: "the first two are labs, the last is the biopsy"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dialogs.content.counted_off import NOT_COUNTED, Counted
from dialogs.content.phrases import arabic_words, bare, figures_alike, has_a_question_mark, plain
from dialogs.content.word_rows import NO_ROWS, Row, Rows

_ENDS = re.compile(r"[,،;؛\n]|\.\s")
_LISTED = re.compile(r"(?:^|(?<=[\s,،;؛]))(?:#\s?(\d)\s*|(\d)\s*[.):=–-]\s*)(?=[^\W\d])")
"""The number of a line in a list: "1. labs", "2) CT", "#3 biopsy"."""
PLACES: Mapping[str, slice] = {
    **{f"file_{number}": slice(number - 1, number) for number in range(1, 7)},
    "file_last": slice(-1, None),
    "files_first_2": slice(2),
    "files_first_3": slice(3),
    "files_last_2": slice(-2, None),
    "files_both": slice(2),
    "files_all_3": slice(3),
    "files_all_4": slice(4),
}
"""What the lists are called in pressed.toml, and which of all files each means."""
WHOLE = {"files_both": 2, "files_all_3": 3, "files_all_4": 4}
"""Which of them mean every file on the card, and how many these must be."""
AROUND = (
    "file_and",
    "file_is",
    "no_file",
    "file_but",
    "files_rest",
    "file_yes",
    "not_mine",
    "of_another",
    "file_no",
    "files_swapped",
)
"""What joins two of them; what stands between one and what it is; what makes a number none of a file; what stands
before the one that is not as the others; what means all others; what agrees to the card, though it may ask elsewhere;
what says that a file is somebody else's; what says no to the card before what is so, with nothing between; and what
says that each of two is what the other was taken for."""
IN_SHORT = "short_"
"""How the lists begin of what says of a file alone which record it is: "blood" is elsewhere no lab result."""

Told = tuple[tuple[int, ...], str]
"""Some files, and what is said of them."""
Part = tuple[list[Told], list[int], bool]
"""What is told in one part; the files it names by a bare figure without "is"; whether it says what the first is."""
NOTHING: Part = ([], [], False)


@dataclass(frozen=True, slots=True)
class Standing:
    """The words of one language for where files stand."""

    places: Mapping[str, Rows] = field(default_factory=dict)
    joins: Rows = NO_ROWS
    is_one: Rows = NO_ROWS
    no_file: Rows = NO_ROWS
    but: Rows = NO_ROWS
    rest: Rows = NO_ROWS
    yes: Rows = NO_ROWS
    not_mine: Rows = NO_ROWS
    of_another: Rows = NO_ROWS
    no: Rows = NO_ROWS
    swapped: Rows = NO_ROWS
    filler: Rows = NO_ROWS
    in_short: Mapping[str, Rows] = field(default_factory=dict)
    counted: Counted = NOT_COUNTED
    arabic: frozenset[str] = frozenset()

    @classmethod
    def of(cls, lists: Mapping[str, Iterable[str]], filler: Iterable[str]) -> Standing:
        short = {name.removeprefix(IN_SHORT): name for name in lists if name.startswith(IN_SHORT)}
        used = (*PLACES, *AROUND, *short.values())
        arabic = arabic_words([phrase for name in used for phrase in lists.get(name, ())])
        read = cls(arabic=arabic)
        places = {name: read._rows(lists.get(name, ())) for name in PLACES}
        around = [read._rows(lists.get(name, ())) for name in AROUND]
        in_short = {record: read._rows(lists[name]) for record, name in short.items()}
        filled = read._rows(filler)
        joins, is_one, no_file, but, rest, yes, not_mine, of_another, no, swapped = around
        ends = (filled, in_short, Counted.of(lists), arabic)
        return cls(places, joins, is_one, no_file, but, rest, yes, not_mine, of_another, no, swapped, *ends)

    def told_apart(self, text: str, count: int) -> Sequence[Told]:
        """Of which files what is told; nothing where a part of the text is of none, or of one that is not there."""
        if self.no_file.found(self._words(text)):
            return ()
        found = list[Told]()
        bare_figures, says_what = list[int](), False
        text = self.counted.in_figures(figures_alike(text))
        listed = _LISTED.sub(lambda mark: f"\n{mark[1] or mark[2]} ", text)
        is_list = listed != text
        for part in filter(plain, _ENDS.split(listed)):
            told, figures, says = self._in_a_part(self._words(part), count)
            if not told:
                return ()
            found += told
            bare_figures += figures
            says_what = says_what or says
        numbers = [number for each, _ in found for number in each]
        # "1 biopsy 2 CT" may count them; "1 biopsy 2 CT 3 labs" of three files does not.
        if bare_figures and not is_list and numbers != [*range(count)]:
            return ()
        # Several, each with its kind, need no "is".
        are_there = all(each for each, _ in found) and (says_what or len(found) > 1)
        return found if are_there and len({*numbers}) == len(numbers) else ()

    def all_but(self, text: str, count: int) -> tuple[str, int] | None:
        """What is said of all files but one, and which that is: "all good except the third"."""
        words = self._words(text)
        for at in range(1, len(words)):
            begin = self.but.longest(words, at)
            _, numbers = self._place(words, begin, count) if 0 < begin < len(words) else (0, ())
            if len(numbers) == 1:
                return " ".join(words[:at]), numbers[0]
        return None

    def without_the_rest(self, text: str) -> tuple[str, str] | None:
        """What is said of some, and of all others: "the third is labs, the rest are right"."""
        words = self._words(text)
        for at in range(1, len(words)):
            if end := self.rest.longest(words, at):
                return " ".join(self._said_of_it(words[:at])), " ".join(words[end:])
        return None

    def behind_a_no(self, text: str) -> str:
        """What stands behind a no that nothing parts from it; "" where none does."""
        words = self._words(text)
        return " ".join(words[self.no.longest(words, 0) :]) if self.no.begin(words) else ""

    def kind_in_short(self, text: str) -> str:
        """The record that a few words say a file is of, where they say nothing else."""
        words = self.is_one.taken_out(self._words(text))
        return next((record for record, rows in self.in_short.items() if words and rows.cover(words)), "")

    def agrees(self, text: str) -> bool:
        """Whether a text is a yes below the card, though the same word asks elsewhere: "eh" is Arabic for both."""
        words = self._words(text)
        return bool(words) and not has_a_question_mark(text) and self.yes.cover(words)

    def whose(self, text: str, is_of_another: bool) -> str | None:
        """What is left of a text without the words that a file is somebody else's; None if it does not say so."""
        words, rows = self._words(text), self.of_another if is_of_another else self.not_mine
        return " ".join(rows.taken_out(words)) if rows.found(words) else None

    def swaps(self, text: str) -> bool:
        """Whether a text says nothing but that two files are the other way round."""
        words = self._words(text)
        return self.swapped.found(words) and self._is_filler(self.no.taken_out(self.swapped.taken_out(words)))

    def points_only(self, text: str) -> bool:
        """Whether a text says nothing more than "no, that one"."""
        return self._is_filler(tuple(word for word in self._words(text) if not self.no.cover((word,))))

    def place_alone(self, text: str, count: int) -> tuple[int, ...]:
        """The files that a text names, which says nothing else."""
        words = self._words(text)
        for at in range(len(words)):
            end, numbers = self._place(words, at, count)
            if end:
                return numbers if self._is_filler((*words[:at], *words[end:])) else ()
        return ()

    def _in_a_part(self, words: Row, count: int) -> Part:
        groups = list[tuple[int, int, tuple[int, ...]]]()
        """From which word to which, and the files."""
        at = 0
        while at < len(words):
            end, numbers = self._place(words, at, count)
            joins = bool(groups) and self._only_joins(words[groups[-1][1] : at])
            if end and (groups or not words[at].isdecimal() or not at or end == len(words)):
                if joins:
                    groups[-1] = (groups[-1][0], end, (*groups[-1][2], *numbers))
                else:
                    groups.append((at, end, numbers))
            at = max(end, at + 1)
        return self._with_words(words, groups)

    def _with_words(self, words: Row, groups: list[tuple[int, int, tuple[int, ...]]]) -> Part:
        """What stands behind each, or before the only one; nothing where it stands on both sides."""
        if not groups:
            return NOTHING
        before = words[: groups[0][0]]
        if not self._is_filler(before):
            behind = words[groups[0][1] :]
            alone = len(groups) == 1 and self._is_filler(behind)
            return ([(groups[0][2], " ".join(before))], [], True) if alone else NOTHING
        ends = [begin for begin, *_ in groups[1:]] + [len(words)]
        told = [(each, self._said_of_it(words[end:until])) for (_, end, each), until in zip(groups, ends, strict=True)]
        figures = [
            each[0]
            for (begin, _, each), (_, behind) in zip(groups, told, strict=True)
            if words[begin].isdecimal() and not (self.is_one.rows and self.is_one.found(behind))
        ]
        if not all(map(_has_words, told)):
            return NOTHING
        says_what = self._says_what(words[groups[0][1] - 1], told[0][1])  # the others may leave it out
        return [(each, " ".join(behind)) for each, behind in told], figures, says_what

    def _is_filler(self, words: Row) -> bool:
        return not words or self.filler.cover(words)

    def _said_of_it(self, behind: Row) -> Row:
        """Without the "and" before the next."""
        while behind and self.joins.cover(behind[-1:]):
            behind = behind[:-1]
        return behind

    def _says_what(self, last: str, behind: Row) -> bool:
        """Whether what follows says what it is: "the last labs" are no last file."""
        return last.isdecimal() or not self.is_one.rows or self.is_one.found(behind)

    def _place(self, words: Row, at: int, count: int) -> tuple[int, tuple[int, ...]]:
        """Where the longest ends that stands there, and which files it means."""
        end, name = max(((rows.longest(words, at), name) for name, rows in self.places.items()), default=(0, ""))
        fits = WHOLE.get(name, count) == count
        return (end, tuple(range(count)[PLACES[name]]) if fits else ()) if end else (0, ())

    def _only_joins(self, between: Row) -> bool:
        return not between or self.joins.cover(between)

    def _rows(self, phrases: Iterable[str]) -> Rows:
        return Rows.of(map(self._words, phrases))

    def _words(self, text: str) -> Row:
        return tuple(bare(word, self.arabic) for word in re.sub(r"[.:=]", " ", plain(text)).split())


def _has_words(told: tuple[tuple[int, ...], Row]) -> bool:
    return bool(told[1])


NO_STANDING = Standing()
