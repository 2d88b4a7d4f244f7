"""All of an installation but its master key, as one sealed file: taken while the bot works, put back on a new machine.

The file begins with one plain line (`heading.py`), so that it can be told whose it is. All else is one stream, sealed
in chunks (`bot.vault.stream`) with a key derived from the master key: a byte changed, cut off or added anywhere is
found, and without the master key nothing opens. In the stream are records (`records.py`): patients' files as they lie
in the vault, sealed by their cases' keys; the rows of the database at one moment; the list of the files that this
moment knows; and the end, without which it is no backup.

The files come first and the rows after them (`taking.py`), so that hardly anything changes between the two. What
changed all the same is copied, and the rows are taken once more: the last rows count, and their list says which files.
"""
