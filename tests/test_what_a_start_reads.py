"""What the bot's process does not read at its start: it is for children, for other databases, for rare roads."""

import json
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
LATER = (
    *("PIL", "cv2", "icalendar", "img2pdf", "lxml", "numpy", "openpyxl", "pi_heif", "pydicom", "pypdf", "pypdfium2"),
    *("alembic", "obstore", "prometheus_client", "psycopg", "sqlalchemy.dialects.postgresql", "starlette", "typst"),
    "uvicorn",
)
"""Libraries that each would cost every running bot some megabytes."""


def test_a_start_over_sqlite_reads_no_library_that_it_does_not_need() -> None:
    told = f"import json, sys, bot.app; print(json.dumps([name for name in {LATER!r} if name in sys.modules]))"
    done = subprocess.run([sys.executable, "-c", told], cwd=PROJECT, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == []
