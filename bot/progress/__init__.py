"""Where people stop: how far they came with their records, counted over all of them and told of nobody."""
