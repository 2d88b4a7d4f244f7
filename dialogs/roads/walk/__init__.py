"""The walk: how it begins, in which order everything is asked, when it is enough, and how it ends."""
