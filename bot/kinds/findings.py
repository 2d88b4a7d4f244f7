"""What the child finds in a file, as it tells its parent."""

from dataclasses import dataclass
from typing import Literal, get_args

from bot.kinds.kinds import Kind
from dialogs.case.facts import NOTHING_READ, Facts
from dialogs.receiving.contents import NOTHING_IN_IT, Contents

State = Literal["readable", "locked", "opened", "unreadable", "over_limit", "unknown_kind"]
STATES: tuple[State, ...] = get_args(State)
KEPT: tuple[State, ...] = ("readable", "locked", "opened")
"""Files in these states are kept; "opened" is one that only holds others, and those become files of their own."""

Remark = Literal[
    "scan",  # a PDF whose pages are pictures: nothing in it can be searched or read out
    "empty",  # there is nothing on any page
    "blank_pages",  # there is nothing on some pages
    "repaired",  # the file was damaged, and could be opened all the same
    "rotated",  # on some pages the text stands sideways or upside down
    "active",  # it wants to run something: the packet leaves that out
    "attached",  # it brings other files along: the packet leaves those out
    "needs_reader",  # a form that only Adobe's programs show; what it has as a page says so
    "blurred",  # a photo of a page, too blurred to read
    "dark",  # a photo, too dark to read
    "small",  # a picture with too few pixels to read a page
    "several_names",  # images that carry more than one patient's name
    "no_images",  # DICOM without images: a disc's table of contents, a report
    "lost_pictures",  # a Word file shows pictures that cannot be shown as pages
    "lost_comments",  # it has remarks in its margin
    "lost_changes",  # words were taken out while changes were tracked
    "lost_parts",  # parts of it lie in files of their own
    "lost_signs",  # a sign of a picture font that we cannot name
    "lost_formulas",  # a sheet has formulas whose results were not saved
    "lost_hidden",  # some of it is hidden in the file
    "lost_entries",  # entries of a record for computers that hold no words
    "lost_measures",  # values of a watch or a scale, of which only the number is shown
    "signed_out",  # a page that a portal shows instead of a record, printed
    "papers",  # beside the images on a disc there are papers, which go into the packet as pages
    "drawn",  # some pages go into the packet as pictures: copied they would lose something
    "not_packed",  # it cannot be shown as pages: the packet has it among the originals alone
    "unproved",  # whether it can be packed could not be seen in time
    "other_lock",  # locked, and not by a password
    "wrong_password",  # still locked: the password was another
]
REMARKS: tuple[Remark, ...] = get_args(Remark)

MOST_PAGES = 2000
READ_PAGES = 50
"""Pages of a file that are read for what is printed on them."""
READ_CHARACTERS = 200_000


@dataclass(frozen=True)
class Finding:
    """What a file is; pages is 0 unless it is readable, text is what stands on its pages."""

    state: State
    kind: Kind
    pages: int = 0
    remarks: tuple[Remark, ...] = ()
    facts: Facts = NOTHING_READ
    text: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    """Of a file of several papers, those that are told by their own words alone."""
    drawn: tuple[int, ...] = ()
    """Pages, counted from 1, that go into the packet as pictures."""
    compared: int = 0
    """So many pages, from the first, were seen to look in the packet as they do in the file."""
    contents: Contents = NOTHING_IN_IT
    """What lies in one that was opened."""
    stands: int = 0
    """Degrees clockwise by which a photo is turned until its print stands upright."""
    sheet: tuple[int, ...] = ()
    """Where on a photo the sheet of paper lies (`bot.kinds.sheets.sheet`); empty: it is shown as it is."""


def counted(kind: Kind, pages: int) -> Finding:
    """What a number of pages means."""
    if pages < 1:
        return Finding("unreadable", kind)
    return Finding("readable", kind, pages) if pages <= MOST_PAGES else Finding("over_limit", kind)


def said(remark: Remark, is_true: bool) -> tuple[Remark, ...]:
    """The remark if it is true, else none."""
    return (remark,) if is_true else ()
