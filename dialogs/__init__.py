"""What to say next: the conversation, with no chat, no disk and no clock in it.

A `Case` is all we remember of one patient. An `Event` is something that happened, and when. `Dialogue.respond` takes
both and returns a `Turn`: the case as it is now, and the effects (something to say, a file to fetch) to carry out.
The same case and the same event always give the same turn, so a turn can be repeated after a crash.

Where the patient stands is one step of the `Journey`, a state machine built from the guide: a record added to
`content/guide.toml` becomes a step with no code. The machine answers one question, *where next?*; what a step says is
in `screens`, what an answer changes is in `answers` and `arrivals`, and what can be asked at any time is in `asides`.
The words are not here: a `Say` names a message, and `Wording` finds its sentences in `content/`.
"""
