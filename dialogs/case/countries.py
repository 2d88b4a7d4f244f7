"""The countries that a rule of ours depends on, by the codes that others know them by."""

TERRITORIES = {"us": "US", "uk": "GB"}
"""ISO 3166, by what a case says of its country."""
