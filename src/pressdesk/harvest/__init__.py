"""Contacts out of releases that an organisation has: what is found, and what it is worth."""
