"""The ways in which a label is printed for short: "Coll. Dt" is the collection date, "F. toma" the "fecha de toma"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bot.documents.recognition.plain_lists import Words

_OF_DAYS = frozenset({"examined", "reported", "dated", "born", "other"})
_SHORTEST_ALONE = 3
"""Letters; "F" alone is a sex."""


def with_spellings(
    labels: Mapping[Words, str], spellings: Sequence[Sequence[Words]], left_out: frozenset[str]
) -> dict[Words, str]:
    """The labels, those of days in every spelling too; what is a label as it is written stays that.

    `spellings`: of each word how it is printed whole, and then for short. `left_out`: small words that may be missing.
    """
    found = dict(labels)
    for label, kind in labels.items():
        if kind in _OF_DAYS:
            for each in _spelled(label, spellings, left_out):
                if len(each) > 1 or len(each[0]) >= _SHORTEST_ALONE:
                    found.setdefault(each, kind)
    return found


def _spelled(label: Words, spellings: Sequence[Sequence[Words]], left_out: frozenset[str]) -> Iterator[Words]:
    bare = (*(word for word in label[:-1] if word not in left_out), label[-1])
    forms = {label, bare} if len(bare) > 1 else {label}
    for (whole,), *short in spellings:
        forms |= {
            (*form[:at], *each, *form[at + 1 :])
            for form in tuple(forms)
            if whole in form
            for at in (form.index(whole),)
            for each in short
        }
    yield from sorted(forms)
