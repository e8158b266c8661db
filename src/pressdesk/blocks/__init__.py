"""The contact block that closes a release: composed of contacts, rendered as text."""
