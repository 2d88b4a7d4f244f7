"""Says it on Telegram and remembers it: everything that touches the network, the disk or the clock."""
