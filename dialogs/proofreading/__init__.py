"""Reading content as its reader will: every message said, every rule, phrase, day and place tried, before a patient is.

`python -m bot check` and the tests of content are both made of this.
"""
