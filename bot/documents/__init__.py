"""What a file is: each is looked at in a child process of its own, which can be lost without harm.

`inspection.py` asks, `child.py` runs the process, `confinement.py` is the first thing that runs in it, `examination.py`
reads the file there with one parser (`pdf.py` or `image.py`). Nothing is imported here: the child must start fast.
"""
