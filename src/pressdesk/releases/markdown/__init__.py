"""Releases in Markdown: what its lines show, and where a block goes."""
