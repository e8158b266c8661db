"""`pressdesk contact …`: contacts and their postings."""
