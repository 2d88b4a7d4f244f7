"""A text that plainly names where somebody goes, whatever else its words are like."""

from __future__ import annotations

from dialogs.content.said import Said
from dialogs.content.told import Told


def names_one(text: str, said: Said, told: Told) -> bool:
    """Whether it is written as a name, or a name stands behind words of who goes there: "we picked Trinity"."""
    left = told.place(text)
    named = " ".join(said.without_links(left.split()))  # "el Hospital Clínic"
    return any(map(_is_written_as_a_name, (text, named))) or (
        left != text and said.names_a_place(f" {left}") and said.is_a_name_of_a_place(left)
    )


def _is_written_as_a_name(text: str) -> bool:
    """Whether all its words have a capital letter, as in "City Pathology Lab", and it is not shouted."""
    words = text.split()
    return len(words) > 1 and not text.isupper() and all(word[:1].isupper() for word in words)
