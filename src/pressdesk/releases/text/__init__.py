"""Releases in plain text: lines with their own ends, and blocks among them."""
