"""What can be wrong with a file at rest."""


class Tampered(Exception):
    """The stored bytes or the key are not those that were sealed for this case and this document."""


class VaultAway(OSError):
    """The folder is not the vault any more: its disk is not mounted."""


class Missing(Exception):
    """The vault holds nothing under this case and document."""
