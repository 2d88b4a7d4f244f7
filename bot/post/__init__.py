"""What goes in and out: taken once, said in its order, at a pace that is fair."""
