"""An object store as a vault (`STORE_URL`): S3, or what speaks as it does.

A sealed file is cut into pieces of a few megabytes, each an object of its own, and not sent as one multipart upload:
what a kill leaves of such an upload is in no listing, so nothing could sweep or erase it, and it takes no condition.

    identity                                             the vault's mark
    deletions/<case>                                     that this case was deleted, for ever
    <case>/<document>/<fence>.00000                      the header of a sealed file, put before anything else
    <case>/<document>/<fence>.00001 …                    the rest of it
    <case>/<document>/<fence>.<pieces>.<tag>.<moment>.kept            its label: it is kept
    <case>/<document>/<fence>.<pieces>.<tag>.<moment>.<day>.aside     its label: it was set aside on that day

A fence is random and belongs to one attempt, so nobody ever writes what another writes. No object but the mark is ever
replaced. A file without a label is half-written. The tag tells which content it is (`bot.vault.content`): where a
document is kept twice, the row in the database decides, and nothing has to be guessed.
"""
