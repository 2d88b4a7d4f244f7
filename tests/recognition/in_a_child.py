"""What a confined child does: rules and pages as JSON from standard input, the facts as JSON to standard output."""

import json
import sys

from bot.documents.recognition import facts_of, rules_from_plain
from dialogs.case.facts import to_plain


def main() -> None:
    asked = json.load(sys.stdin)
    facts = facts_of(asked["pages"], rules_from_plain(asked["rules"]))
    told = to_plain(facts)
    # Whatever is beyond our own code and the standard library would have been imported by now.
    foreign = {name.split(".")[0] for name in sys.modules} - sys.stdlib_module_names - {"bot", "dialogs", "tests"}
    print(json.dumps({"facts": told, "foreign": sorted(foreign)}))
