"""`python -m bot doctor`: looks at everything that is kept and at the machine, changes nothing, says what is wrong.

It may run beside the bot. What it prints holds counts and opaque ids, never a name, a text or a token.
"""
