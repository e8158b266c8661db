"""`pressdesk block`: the contact block, one, many, in files or line by line."""
