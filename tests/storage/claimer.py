"""A process of its own that claims due reminders and gives them, until none is due: what a second bot would do.

Arguments: the database's address, the moment it takes for now (ISO 8601), and how many to claim at once. It tells what
it does, a line each: "claimed <id>" once a claim is committed, "given <id>" once its row is
done with.
"""

from __future__ import annotations

import sys
from datetime import datetime, timedelta

from bot.storage import work
from bot.storage.database import open_postgresql

LEASE = timedelta(minutes=5)


def main(address: str, now: str, at_once: str) -> None:
    engine = open_postgresql(address)
    moment = datetime.fromisoformat(now)
    print("ready", flush=True)
    while True:
        with engine.begin() as connection:
            tasks = work.claim(connection, moment, (work.REMIND,), int(at_once), LEASE)
        if not tasks:
            return
        for task in tasks:
            print("claimed", task.id, flush=True)
        with engine.begin() as connection:
            given = [task.id for task in tasks if work.finish(connection, task.claim)]
        for task_id in given:
            print("given", task_id, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
