"""What to say next: the conversation, with no chat, no disk and no clock in it.

A `Case` is all we remember of one patient (`case`). An `Event` is something that happened, and when. `Dialogue.respond`
takes both and returns a `Turn`: the case as it is now, and the effects (something to say, a file to fetch) to carry
out. The same case and the same event always give the same turn, so a turn can be repeated after a crash.

What is written is heard first (`hearing`): what must not wait, and what ends reminders. Then `writing` asks its
listeners one after another, in the order in which they stand there: one more thing that can be said is one more of
them. What arrives is kept and told (`receiving`), and understood as far as that goes (`understanding`). Where the
patient stands is one step of the `journey`, a state machine built from the guide: a record added to
`content/guide.toml` becomes a step with no code. What a patient can look after is a road (`roads`): the records one
after another, and beside them their files, the packet, letters, requests, the date that matters, reminders, errands and
what comes after; from each they come back to where they were. The journey knows no road: each brings its rows, screens
and answers, and `roads.every` names them. What can be asked at any time is in `asides`, and where each record stands in
`checklist`.

After every turn, whatever it was, `respond` sees to what must hold: the next reminder is reckoned, a packet of files
that are gone is dropped, a text answers the newest question, a summary stands alone.

The words are not here: a `Say` names a message, and `words` finds its sentences in `content/`, which `content` reads.
`composed` makes the dialogue and its words of all that is read, once, at the start.
Whoever gathers the records of another (`Case.for_another`) is told of "the patient": `respond` says so of every `Say`
and paper of the turn, and the words that differ stand in `content/`, once for each reader.
"""
