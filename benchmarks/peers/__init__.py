"""The bots that ours is measured against; each walks a dialogue of as many steps and buttons."""
