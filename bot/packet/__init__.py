"""The one-page summary sheet: what the second opinion is about, what is ready and what is still missing."""
