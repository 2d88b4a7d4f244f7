"""What is told in a sentence: "my name is Ana Example" tells a name, and the words around it are content."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from dialogs.content.lies import NO_LIES, Lies
from dialogs.content.phrases import figures_alike
from dialogs.content.told_words import EDGES, spread, trimmed, words_of_talk, words_told
from dialogs.content.word_rows import NO_ROWS, Row, Rows

_FIRST_PART = re.compile(r"[,،;.!]\s+")
"""Where the first part of a sentence ends."""
_OF_ONE_PERSON = ("name", "former")
"""Lines of which one word alone is seldom all: "rosa claro" loses no surname."""
_REACHED_BY = re.compile(r"\S+@\S+\.\w+|\+?\(?\d[\d\s()./-]{3,}\d")


@dataclass(frozen=True, slots=True)
class Told:
    """The words of one language around what somebody tells of a patient."""

    before: Mapping[str, Rows] = field(default_factory=dict)
    """By lines about the patient: "my name is"."""
    around: Rows = NO_ROWS
    """Said before that, or behind what is told: "hello", "in the records", "thank you"."""
    passed: Rows = NO_ROWS
    """Passed over on the way to what stands before, and taken off nowhere else: "so", "the"."""
    ends: Rows = NO_ROWS
    """What is told ends here, where it stands in a sentence: "not Anna"."""
    reached: Rows = NO_ROWS
    """All that may stand around a telephone number or an address without saying more than that it is one."""
    corrected: Rows = NO_ROWS
    """Who takes back what they said before: "I meant Mayo"."""
    treated: Rows = NO_ROWS
    """Who tells where they are treated, and not where they want to go: "I'm treated at Mayo now"."""
    of_a_place: Rows = NO_ROWS
    """Who tells what a place is or did, and not that they go there: "the clinic closed", "Mayo turned me down"."""
    exchanged: Rows = NO_ROWS
    """Who puts one in place of another: "replace Stanford with Mayo"."""
    links: Rows = NO_ROWS
    """What stands between the two: "with"."""
    in_stead: Rows = NO_ROWS
    """What stands before the one that goes: "Mayo instead of Stanford"."""
    put: Rows = NO_ROWS
    """What stands before the one that comes: "instead of Stanford put Mayo"."""
    no: Rows = NO_ROWS
    """A no that stands alone before what is meant: "no, Mayo"."""
    it_is: Rows = NO_ROWS
    """What stands before a thing as it is: "it's stage 2"."""
    more: Rows = NO_ROWS
    """Who tells one thing more, and puts nothing right: "and aspirin too"."""
    asks: Rows = NO_ROWS
    left_to_us: Rows = NO_ROWS
    """What a question for the doctor is called; and who leaves to another what to ask: "whichever you think"."""
    follows: Rows = NO_ROWS
    """What stands before one thing more that comes after another: "and then radiation"."""
    joined: tuple[str, ...] = ()
    """Letters that say "and" as a part of the word behind them: Arabic."""
    how: Rows = NO_ROWS
    """Who tells how or when something is taken, and names nothing: "every other day"."""
    nothing: Rows = NO_ROWS
    """Who tells that there is nothing, or nothing any more."""
    denied: Rows = NO_ROWS
    """What stands before the wrong one: "10 not 20", "not Anna, Hanna"."""
    but: Rows = NO_ROWS
    """What stands before the right one then: "not Anna but Hanna"."""
    interrupted: Rows = NO_ROWS
    """Who interrupts themselves, and says nothing by it: "wait"."""
    telephone: Rows = NO_ROWS
    """Who tells how they are reached: that is no number of a hospital's."""
    unasked: Rows = NO_ROWS
    """Who asked nobody for a record."""
    meeting: Rows = NO_ROWS
    """What stands around the day of an appointment, and says no more than that it is one: "I'm seeing them on"."""
    mine: Rows = NO_ROWS
    theirs: Rows = NO_ROWS
    """Who begins to tell what they want themselves, or another for them: "I want Mayo", "my sister wants Stanford"."""
    both: Rows = NO_ROWS
    every: Rows = NO_ROWS
    first: Rows = NO_ROWS
    last: Rows = NO_ROWS
    """Which of the lines are meant by where they stand: "remove the first"."""
    hearsay: Rows = NO_ROWS
    """Who tells what is said of a place, by whom, and how good it is: "my cousin says Stanford is terrible"."""
    going: Rows = NO_ROWS
    """Who says that they are to go there, whoever said so: "my cousin wants me to go to Stanford"."""
    recounted: Rows = NO_ROWS
    """What somebody recounts of a life, and no name of a hospital has in it: "we moved to", "my aunt lives in"."""
    announced: Rows = NO_ROWS
    """News of an appointment, a doctor or the insurance, or of a photo to come: no line of the patient's own."""
    misspelt: Rows = NO_ROWS
    """Who says that what they wrote is written wrong, and so takes back nothing that they tapped."""
    supposed: Rows = NO_ROWS
    """What stands around a place that is likely, or that somebody thinks of: "I think", "we want to go to"."""
    removed: tuple[str, ...] = ()
    """Plain words of who takes back the place that follows: "remove Stanford"."""
    where_it_lies: Lies = NO_LIES

    def corrects(self, text: str) -> bool:
        words = words_told(text)
        says_no = len(parts := _FIRST_PART.split(text, 1)) > 1 and self.no.cover(words_told(parts[0]))
        return says_no or self.exchanged.begin(words) or self.in_stead.found(words) or self.corrected.found(words)

    def takes_back(self, text: str) -> bool:
        """Whether a text begins by taking back what stood before it: "I mean Mayo"."""
        return self.corrected.begin(words_told(text))

    def is_hearsay(self, text: str) -> bool:
        """Whether somebody tells what is said of a place rather than that they go there."""
        words = words_told(text)
        return self.hearsay.found(words) and not self.going.found(words)

    def tells_where_treated(self, text: str) -> bool:
        return self.treated.found(words_told(text))

    def tells_of_a_place(self, text: str) -> bool:
        return self.of_a_place.found(words_of_talk(text)) and not self.going.found(words_of_talk(text))

    def recounts(self, text: str) -> bool:
        """Whether somebody recounts what was done or how they live, and says of no place that they are to go there."""
        words, at, left = words_of_talk(text), 0, list[str]()
        while at < len(words):
            end = self.recounted.longest(words, at)
            end = end if end >= self.going.longest(words, at) else 0  # "we walk to Dr. Kim's"
            left += () if end else (words[at],)
            at = end or at + 1
        return len(left) < len(words) and not self.going.found(tuple(left))

    def tells_news(self, text: str) -> bool:
        """Whether a text is about what happens meanwhile, in a life or around the treatment."""
        return self.announced.found(words_told(text)) or self.recounts(text)

    def in_place_of(self, text: str) -> str:
        """What is to stand in place of what was said before, without that and the words that say so."""
        parts = _FIRST_PART.split(text, 1)
        if len(parts) > 1 and self.no.cover(words_told(parts[0])):
            text = parts[1]
        meant = self._exchanged(self._without_beginning(text, self.around, self.no))
        return trimmed(self._without_beginning(meant, self.corrected, self.around, self.put)) or text

    def place(self, text: str) -> str:
        """A place without what is said around it: of "I think Mayo, probably" the name alone."""
        pieces = self._without_beginning(text, self.supposed).split()
        words = words_told(" ".join(pieces))
        while end := next((at for at in range(1, len(words)) if self.supposed.cover(words[at:])), 0):
            while len(words_told(" ".join(pieces))) > end:
                pieces.pop()
            words = words_told(" ".join(pieces))
        return trimmed(" ".join(pieces)) or text

    def as_it_is(self, text: str) -> str:
        """A text without the "it is" that it begins with."""
        return trimmed(self._without_beginning(text, self.it_is, self.around)) or text

    def exchanges(self, text: str) -> bool:
        """Whether one is put in place of another that is named."""
        words = words_told(text)
        return self.exchanged.begin(words) or self.in_stead.found(words)

    def one_more(self, text: str) -> str:
        """What is told beside what stands there: "and aspirin"; "" where it is not one thing more."""
        left = trimmed(self._without_beginning(text, self.more))
        return "" if left == trimmed(text) else left

    def _exchanged(self, text: str) -> str:
        """The one that comes: behind "replace Stanford with" or "instead of Stanford put", or before "instead of"."""
        pieces, words, piece_of = spread(text)
        if self.exchanged.begin(words):
            ends = [end for at in range(1, len(words)) if (end := self.links.longest(words, at))]
            if ends and ends[-1] < len(words):
                return " ".join(pieces[piece_of[ends[-1]] :])
        goes = next((at for at in range(len(words)) if self.in_stead.longest(words, at)), None)
        if goes:
            return " ".join(pieces[: piece_of[goes]])
        if goes is None:
            return text
        comes = next((end for at in range(1, len(words)) if (end := self.put.longest(words, at))), len(words))
        left = " ".join(pieces[piece_of[comes] :]) if comes < len(words) else ""
        return left or next(iter(_FIRST_PART.split(text, 1)[1:]), text)

    def _without_beginning(self, text: str, *rows: Rows) -> str:
        """A text without whatever of these it begins with."""
        pieces, words = text.split(), words_told(text)
        while words and (end := max(each.longest(words, 0) for each in rows)):
            while pieces and len(words) - len(words_told(" ".join(pieces))) < end:
                pieces.pop(0)
            words = words_told(" ".join(pieces))
        return " ".join(pieces)

    def says_more(self, words: str) -> bool:
        """Whether words that stand beside a name say more than that it is the right one now."""
        left = self.corrected.taken_out(words_told(words))
        return not Rows.together((self.around, self.passed)).cover(left)

    def told(self, line: str, text: str) -> str:
        """What a text tells of a line, without the sentence around it; the whole text where it is in none."""
        pieces, words, piece_of = spread(text)
        begin = self.begins(line, words)
        end = self._ends(line, pieces, words, piece_of, begin)
        if begin >= end or (begin, end) == (0, len(words)):
            return text
        if begin and piece_of[begin] == piece_of[begin - 1]:
            return text  # in the midst of a word
        told = trimmed(" ".join(pieces[piece_of[begin] : piece_of[end - 1] + 1]))
        return told if any(map(str.isalnum, told)) else text

    def reaches(self, text: str) -> str:
        """The telephone numbers and addresses alone, where nothing else is told: not "my daughter, 555 0100"."""
        found = [match.group().rstrip(".") for match in _REACHED_BY.finditer(figures_alike(text))]
        rest = words_told(_REACHED_BY.sub(" ", figures_alike(text)))
        return ", ".join(found) if found and self.reached.cover(rest) else text

    def begins(self, line: str, words: Row) -> int:
        """Behind the words that stand before what is told; 0 where none do.

        What follows may be a name, so one row of them is taken off and no more: Anna is written as "I" is in Arabic.
        """
        before, at = self.before.get(line, NO_ROWS), 0
        while at < len(words):
            if end := before.longest(words, at):
                return end
            if not (end := max(self.around.longest(words, at), self.passed.longest(words, at))):
                break
            at = end
        return 0

    def _ends(self, line: str, pieces: list[str], words: Row, piece_of: list[int], begin: int) -> int:
        """Where what is told ends: before what says so, and before what may stand behind."""
        end = len(words)
        if begin:
            end = next((at for at in range(begin + 1, end) if self.ends.longest(words, at)), end)
        while behind := next((at for at in range(begin + 1, end) if self.around.cover(words[at:end])), 0):
            if _is_of_the_name(line, pieces[: piece_of[behind] + 1], alone=behind == begin + 1):
                break
            end = behind
        return end


def _is_of_the_name(line: str, pieces: list[str], alone: bool) -> bool:
    """Whether the last piece is no courtesy but a surname: "Consuelo Bueno", and not "Consuelo Ruiz, gracias"."""
    before, word = pieces[-2:] if len(pieces) > 1 else (EDGES, pieces[-1])
    if before[-1] in EDGES + ".":
        return False
    return (word[0].isupper() and not word.isupper()) or (alone and line in _OF_ONE_PERSON)


NOTHING_TOLD = Told()
