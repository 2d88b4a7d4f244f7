"""A sheet of paper on a photo: where it lies, how its print stands, and the sheet alone, flat and evenly lit."""

import os

# One thread: each further one reserves addresses, of which a child has few. numpy looks at it while it is imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
