"""Drafts: what a person typed or a file said, still as text, and how it becomes a contact.

A draft's field that is None says nothing and changes nothing; an empty text or an empty sequence
takes the value away. The command line, imports and the harvest all go through here, so that a
value means the same wherever it comes from.
"""
