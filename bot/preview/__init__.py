"""Everything the bot says on one page, for whoever writes content: seen before it is sent."""
