"""What the bot sees in files, printed for operators, authors and tests: `python -m bot look`. Nothing is kept."""
