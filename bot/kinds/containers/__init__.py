"""Files that only hold others: an archive, an e-mail with its attachments, a saved page with its pictures.

`entries.py` is what each of them gives: `zip_entries`, `mail_entries`, `page_entries`, `outlook_entries`,
`tnef_entries`, `signed_entries`, `tape_entries` and `portfolio_entries` make them.
`listing.py` says which entries may be papers, those of one container within another included, in the order in which
they are to be read, and takes one out; `furniture.py` says which are none; `opening.py` is the kind of file itself.
"""
