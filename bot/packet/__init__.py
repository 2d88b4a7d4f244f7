"""The packet: all files that can be read, bound as one document that a doctor can use in an hour.

`building.py` takes the files from the vault and has a confined child bind them (`packing.py`; `feeding.py` and
`frames.py` are how the two speak). In the child `binding.py` goes through the plan, file by file, and `finishing.py`
writes our own pages; what comes out lies in the vault piece by piece (`pieces.py`, `originals.py`). `alone.py` packs
one file when it arrives, so that "Saved" means pages exist. `pdf/` is the writing of PDF.
"""
