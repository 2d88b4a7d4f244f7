"""What can be asked for on the command line, and how each command explains itself."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

DESCRIPTION = "A Telegram companion that helps a cancer patient collect records for a second opinion."
COMMANDS = {
    "run": "start the bot; without TELEGRAM_TOKEN, the rehearsal: a local Telegram in your browser",
    "check": "read the settings, proofread all of content/, and say what is wrong, if anything",
    "words": "list what is missing or out of date in each language, and who must still read it",
    "doctor": "look at every kept file, the jail, the disk and Telegram, and say what is wrong; it changes nothing",
    "rotate-key": "change the master key for another, while no bot runs; the files stay as they are",
    "backup": "write all but the master key into one sealed file, also while the bot works",
    "restore": "put a backup back where nothing is yet, or what is damaged here; the master key has to be there",
    "report": "say where people stop, counted over all cases; of fewer than six people nothing is told",
    "preview": "write all that the bot says, in every language, into one page for your browser",
    "look": "say of each file what the bot sees in it: its kind, its pages, its records, its day, …; nothing is kept",
    "hear": "say for each line of a text what would be heard in it: an emergency, a crisis, …; no bot and no database",
    "diagram": "print the journey, made from content/guide.toml, as Markdown with Mermaid",
    "destinations": "print what each destination asks for, made from content/destinations/, as Markdown",
}
NO_KEY = (
    "THE MASTER KEY IS NOT IN A BACKUP, and without it nothing in it can be opened, by nobody. Keep master.key apart,"
    " in another place than the backups; and keep the folder `deletions` of DATA_DIR up to date elsewhere too."
)

HEARD = (
    'A line in, a line out, as JSON: "kind" is emergency (call for help now), crisis (talk to somebody now), call_team'
    ' (call the cancer team today), not_ours (a question for the doctor) or none; "sure" is hard (said plainly), soft'
    ' (it may be meant) or null. In English, Spanish and Arabic. Example: echo "i cant breathe" | python -m bot hear.'
    " What it is worth is measured in docs/safety.md."
)

LOOKED = (
    'A file in, a line out, as JSON, in the order they were named in: "kind" of file, "verdict" (readable, locked,'
    ' unreadable, over_limit, unknown_kind), "documents" in it, "pages", the "records" it counts for (or "may_be" of),'
    ' "day" (how it was found, and whether it is sure), "could_not_tell" (something is printed, and no more could be'
    ' told: not the same as nothing), "standing", "references" to other papers as printed, "remarks". A file that could'
    ' not be looked at has an "error". Exit status: 0 all files are readable, 1 some are not, 2 asked wrongly. What is'
    " printed on papers is in these lines: keep them as you keep the files. docs/looking.md says more."
)


def parser() -> argparse.ArgumentParser:
    """Reads the command line; `command` is one of `COMMANDS`. It ends the process with 2 if it was asked wrongly."""
    read = argparse.ArgumentParser(prog="python -m bot", description=DESCRIPTION, epilog="Settings: see .env.example")
    subparsers = read.add_subparsers(dest="command", required=True, metavar="command")
    for name, text in COMMANDS.items():
        subparser = subparsers.add_parser(name, help=text, description=text)
        if name in ("doctor", "report", "backup", "restore"):
            subparser.add_argument("--json", action="store_true", help="say it as JSON, for a program")
        if name == "preview":
            subparser.add_argument("file", type=Path, nargs="?", default=Path("preview.html"), help="preview.html")
            subparser.add_argument("--since", default="", metavar="version", help="mark what changed since this tag")
        if name == "words":
            mark = "note that the translations into this language are up to date (all, or those named)"
            subparser.add_argument("--mark", default="", metavar="language", help=mark)
            subparser.add_argument("names", nargs="*", metavar="name", help="as they are listed")
        if name == "rotate-key":
            subparser.add_argument("--to", type=Path, metavar="FILE", help="the new key; without it, one is made")
        if name == "hear":
            subparser.epilog = HEARD
            subparser.add_argument(
                "file", type=Path, nargs="?", help="sentences, one a line; without it, what is typed"
            )
        if name == "look":
            subparser.epilog = LOOKED
            subparser.add_argument("files", type=Path, nargs="+", metavar="file", help="a file of any kind")
            together = "how many are looked at together (one for each processor, at most four)"
            subparser.add_argument("--jobs", type=_up_to(64), default=0, metavar="n", help=together)
        if name == "doctor":
            subparser.add_argument("--backup", type=Path, metavar="file", help="look at this backup, and nothing else")
        elif name == "backup":
            subparser.epilog = NO_KEY
            subparser.add_argument("place", type=Path, help="a folder, or the name of the file that shall be written")
            keep = (
                "how many are kept in that folder, this one among them; older ones go once this one is seen to be whole"
            )
            subparser.add_argument("--keep", type=_up_to(999), default=0, metavar="n", help=keep)
        elif name == "restore":
            subparser.epilog = NO_KEY
            subparser.add_argument("backup", type=Path, help="the file that `backup` wrote")
            deletions = "a folder `deletions` (or the store of before): who deleted everything since does not come back"
            only = subparser.add_mutually_exclusive_group()
            only.add_argument("--deletions", default="", metavar="folder", help=deletions)
            damaged = "put back only files that are damaged or gone here, of this installation; a bot may be at work"
            only.add_argument("--damaged", action="store_true", help=damaged)
    return read


def _up_to(most: int) -> Callable[[str], int]:
    def number(text: str) -> int:
        if not (text.isascii() and text.isdigit() and 1 <= int(text) <= most):
            raise argparse.ArgumentTypeError(f"must be a number from 1 to {most}")
        return int(text)

    return number
