"""A request for a block, and the answer to it: where directory and blocks come together.

The command line asks for one, for all, or for ten thousand in a row; each goes through here.
"""
