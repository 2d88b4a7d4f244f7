"""A bot's process that shields itself as the bot does, and tells as JSON what its children could reach."""

import asyncio
import json
import resource
from typing import Any

from bot.child.child import demand_whole_jail, run_child
from bot.child.hold import try_jail
from bot.child.jail import shield


async def found() -> dict[str, Any]:
    hold = await try_jail()
    opened = {}
    for jail in ("whole", "any"):
        demand_whole_jail(jail == "whole")
        opened[jail] = (await run_child("tests.documents.misbehaviour", [b"echo\n"])).outcome
    core = resource.getrlimit(resource.RLIMIT_CORE)
    return {
        "missing": hold.missing,
        "reached": hold.reached,
        "complaints": hold.complaints,
        "core": core,
        "opened": opened,
    }


if __name__ == "__main__":
    shield()
    print(json.dumps(asyncio.run(found())))
