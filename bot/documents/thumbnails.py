"""Small pictures of a file's pages, so that a patient sees what was sent."""

from collections.abc import Iterable


async def pictures(
    chunks: Iterable[bytes], kind: str, first_page: int = 1, at_most: int = 10, turned: int = 0
) -> list[bytes]:
    """No picture of any page: nothing here can draw one."""
    return []
