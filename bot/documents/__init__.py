"""What a file is: each is looked at in a child process of its own, which can be lost without harm.

`inspection.py` asks what a file is, `lock.py` opens one with a password, `thumbnails.py` draws its pages: each has a
child do it. `child.py` runs the process, `confinement.py` is the first thing that runs in it, then `examination.py`,
`unlocking.py` or `rendering.py`. A file is examined by one parser (`pdf.py`, `image.py`, `dicom.py`, `plain_text.py`;
`archive.py` for what is packed); what is said of its looks is in `appearance.py` and `sight.py`, what is printed on it
in `recognition/`. Where the operator wants it, `print_reading.py` has pictures of paper read by `print_seeing.py`.
Nothing is imported here: the child must start fast.
"""
