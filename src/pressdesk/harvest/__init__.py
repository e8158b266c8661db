"""Contacts out of releases that an organisation already has: what is found, and what it is worth."""
