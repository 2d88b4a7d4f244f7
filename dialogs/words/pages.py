"""The pages that are made of everything, and the values that each template may use."""

from __future__ import annotations

PAGE = "everything"
PAGES = {
    PAGE: frozenset(
        {
            *("language", "made", "case", "days", "acted", "parts", "zone"),
            *("answers", "records", "files", "requests", "accesses"),
        }
    )
}
