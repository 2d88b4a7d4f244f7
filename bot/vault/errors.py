"""What can be wrong with a file at rest."""


class Tampered(Exception):
    """The stored bytes or the key are not those that were sealed for this case and this document."""


class VaultAway(OSError):
    """The vault is not where it was: its disk is not mounted, or its store does not answer."""


class StoreAway(VaultAway):
    """The object store does not answer, or not as it should.

    `why` is for the operator, and quotes neither a name nor an answer; `setting` is the one to look at.
    """

    def __init__(self, why: str, setting: str = "STORE_URL") -> None:
        super().__init__(why)
        self.why, self.setting = why, setting
        self.is_told = False
        """Whether a line of the log says so already."""


class Missing(Exception):
    """The vault holds nothing under this case and document."""
