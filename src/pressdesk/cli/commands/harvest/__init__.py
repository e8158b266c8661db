"""`pressdesk harvest`: contacts out of releases."""
