"""What must not wait, heard in a text of any language: a pure function from words to what they need."""

from dialogs.understanding.safety.ears import Ears
from dialogs.understanding.safety.heard import NOTHING, URGENT, Heard, Kind, Sure

__all__ = ["NOTHING", "URGENT", "Ears", "Heard", "Kind", "Sure"]
