"""Styles of the house: TOML files to styles, and what of such a style could not be read back.

Imported only where a house style is used: no other block pays for a parser.
"""
