"""Addresses and numbers where they stand in releases."""
