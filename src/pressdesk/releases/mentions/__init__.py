"""Addresses and numbers where they stand in releases: found, and corrected to the character."""
