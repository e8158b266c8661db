"""A Block as JSON data; the keys are a contract (docs/formats.md)."""

from typing import Any

from pressdesk.blocks.block import Block, Entry, Way


def block_data(block: Block) -> dict[str, Any]:
    """Give a block as data; missing values are None, never absent."""
    return {
        "lead_in": block.lead_in,
        "language": block.language,
        "entries": [_entry_data(entry) for entry in block.entries],
    }


def _entry_data(entry: Entry) -> dict[str, Any]:
    return {
        "name": entry.name,
        "title": entry.title,
        "office": entry.office,
        "ways": [_way_data(way) for way in entry.ways],
    }


def _way_data(way: Way) -> dict[str, Any]:
    return {"kind": str(way.kind), "text": way.text, "extension": way.extension}
