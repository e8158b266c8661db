"""`pressdesk check`: blocks in releases beside the directory."""
