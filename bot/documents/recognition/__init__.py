"""What is printed on a record, read from its text: who, when, which paper; never what it means.

What is not sure stays empty: a fact suggests something to the patient, and never decides. The words looked for are
content (`content/<language>/recognition.toml`); a `Rules` is made of them once, `facts_of` reads one file's pages.
Nothing here needs more than the standard library, and every step takes time in proportion to the text.
"""

from bot.documents.recognition.reading import facts_of, record_of_paper
from bot.documents.recognition.rules import Rules, rules_from_plain

__all__ = ["Rules", "facts_of", "record_of_paper", "rules_from_plain"]
