"""Kinds of files: is it one, what is in it, its pages, its picture. Used when a file arrives and when it is packed.

Nothing is imported here: a child must start fast.
"""
