"""What can be wrong in a message: Telegram would refuse it or show it as it is typed, or a value is not there."""

from __future__ import annotations

from tests.content.files import NOTED, WELCOME, Mistake, message

IN_A_MESSAGE: list[Mistake] = [
    # what Telegram would refuse, or show as nothing
    ("an unclosed <b>", WELCOME, "</b>", "", "<b>", "Telegram would refuse"),
    ("a <br>", WELCOME, "<b>", "<br><b>", "<br>", "Unsupported start tag"),
    ("a paragraph", NOTED, "I wrote down:", "<p>Noted.</p>", "<p>", "Unsupported start tag"),
    ("half a link", WELCOME, "<b>", '<a href="https://example.org">us<b>', "<a>", "Telegram would refuse"),
    ("a link without an address", NOTED, "I wrote down:", '<a href="">Noted.</a>', '<a href="">', "leads nowhere"),
    (
        "a link without https",
        NOTED,
        "I wrote down:",
        '<a href="www.x.org">x</a>',
        '<a href="www.x.org">',
        "leads nowhere",
    ),
    ("tags that cross", NOTED, "I wrote down:", "<b><i>Noted.</b></i>", "<i>", "Unmatched end tag"),
    ("an end without a start", NOTED, "I wrote down:", "Noted.</b>", "text", "Unexpected end tag"),
    ("a lonely <", NOTED, "I wrote down:", "Noted < 3.", "text", "Unclosed start tag"),
    ("a lonely &", NOTED, "I wrote down:", "Noted & kept.", "text", "character reference"),
    ("a space of HTML", NOTED, "I wrote down:", "Noted.&nbsp;", "text", "character reference"),
    ("5,000 characters", NOTED, "I wrote down:", "N" * 5000, "file", "Telegram takes 4096"),
    ("Markdown in a message", NOTED, "I wrote down:", "**Noted.**", "**", "as it is typed"),
    ("a link of Markdown", NOTED, "I wrote down:", "[Noted](https://x.org)", "[Noted](", "as it is typed"),
    # keys and placeholders
    ("a value there is not", NOTED, "standing]", "standng]", "standng", "is not a value of this message"),
    ("a word there is not", NOTED, "words.standing", "words.standin", "words.standin", "not in words.toml"),
    (
        "a word there is not, in a branch",
        message("requests_one"),
        "words.request.",
        "words.requst.",
        "words.requst",
        "",
    ),
    ("a placeholder of words.toml", NOTED, "I wrote down:", "Noted {title}.", "{title}", "as it is typed"),
    ("half a placeholder", NOTED, "I wrote down:", "Noted }}.", "}", "as it is typed"),
    ("a filter there is not", NOTED, "| title", "| titel", "line 1", "titel"),
    ("a block without an end", NOTED, "I wrote down:", "{% if record %}Noted.", "line 1", "end"),
    ("an include there is not", message("checklist"), "_groups", "_gruops", "_gruops.html.j2", "not there"),
]
