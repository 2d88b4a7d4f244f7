"""What a person may mean in plain words, by the name under which `said.toml` lists the ways to say it."""

DELETE, GONE, LOST, STOP, UNCLEAR = "delete", "gone", "lost", "stop", "unclear"
MEANINGS = (DELETE, GONE, LOST, STOP, UNCLEAR)
UNREACHED, HELPED, ON_ITS_WAY = "unreached", "helped", "on_its_way"
"""What may be told below a card that must not wait; nobody listens for it anywhere else."""
WORSE, TAKEN, FAREWELL = "worse", "taken", "farewell"
"""Below such a card, too: that it grows worse, that something was taken or is at hand to do it with, and a goodbye."""
GRAVER = (TAKEN, FAREWELL, WORSE)
DYING = "dying"
"""News that somebody will die, told plainly: it asks for nothing, and is no answer to anything."""
PAPERS = "papers"
"""Who waits for an office, or tells of insurance or of a patient who may not know: it sounds like a cry only."""
UNMOURNED = "unmourned"
"""Words of death and of time that is left, of a thing or for a paper: "my phone died". No grief is guessed of it."""
NEWS, TAKES_OVER, WEARY, HEAVY = "news", "takes_over", "weary", "heavy"
GLAD, HOPE, PAUSE = "glad", "hope", "pause"
CRY, THANKS, GREETING, QUESTION, DROPPED = "cry", "thanks", "greeting", "question", "dropped"
KINDS = (
    *(*MEANINGS, DYING, UNREACHED, HELPED, ON_ITS_WAY, *GRAVER, NEWS, TAKES_OVER, PAPERS, UNMOURNED),
    *(GLAD, HOPE, PAUSE),
    *(WEARY, HEAVY, CRY, THANKS, GREETING, QUESTION, DROPPED),
)
