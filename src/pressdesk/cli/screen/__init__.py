"""What goes to the terminal and to files: streams, tables, bars, questions."""
