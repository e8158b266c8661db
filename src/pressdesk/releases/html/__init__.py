"""Releases in HTML: tokens with their places, what a reader sees, where a block goes."""
