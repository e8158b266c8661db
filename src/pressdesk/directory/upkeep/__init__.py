"""Keeping a directory true: copies of it, and what of it is no longer so."""
