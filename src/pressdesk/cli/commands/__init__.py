"""The commands, each in a module or folder named as it is typed."""
