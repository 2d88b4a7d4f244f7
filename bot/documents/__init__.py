"""A file's way in: fetched, sealed, looked at by a child that can be lost without harm, and kept if it can be shown.

`arrival.py` is the way; `inspection.py` asks a child what a file is, `lock.py` to open one with a password,
`taking_out.py` to take one out of another that holds it, `thumbnails.py` to draw its pages. `examination.py`,
`unlocking.py`, `unwrapping.py` and `rendering.py` are what those children do, with the kinds of `bot.kinds`;
`telling.py` is how they answer. What is printed on a paper is read in `recognition/`; where the operator wants it,
`print_reading.py` has pictures of paper read by `print_seeing.py`. `fitness.py` knows whether all that works at all.
Nothing is imported here: a child must start fast.
"""
