"""Files that carry a block: put it in, take it out, find it again; nothing else in them changes."""
