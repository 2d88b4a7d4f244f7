"""The chat page in the browser, and what is between it and the rehearsal."""
