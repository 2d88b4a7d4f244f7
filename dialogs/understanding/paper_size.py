"""The paper a page is printed on: what lies in the printers where it is read."""

from __future__ import annotations

from typing import Literal

from dialogs.case.case import Case

PaperSize = Literal["a4", "us-letter"]
"""As typst calls them: 210 by 297 mm, or 8.5 by 11 inches."""


def paper_size(case: Case, country: str = "") -> PaperSize:
    """Letter paper for a reader in the USA, else A4; `country`: the reader's, where it is not that of the hospital."""
    return "us-letter" if (country or case.country) == "us" else "a4"
