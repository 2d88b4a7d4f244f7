"""What a web page holds and does not show."""

from __future__ import annotations

import re
from typing import Any

_HIDES = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))", re.IGNORECASE)
_MSO = re.compile(r"mso-hide\s*:\s*all", re.IGNORECASE)


def is_hidden(element: Any) -> bool:
    """Whether an element says of itself that nobody is to see it."""
    if element.get("hidden") is not None:
        return True
    style = element.get("style")
    return bool(style) and bool(_HIDES.search(style) or _MSO.search(style))
