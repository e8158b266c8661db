"""Blocks that people typed: how they begin, what they say, and what would be lost with them."""
