"""Shapes of numbers without a country code that give their country away."""

import re

_GROUPS = re.compile(r"\d+")
_AUSTRALIAN = re.compile(r"0[2378]\d{8}|04\d{8}")
_SPANISH = re.compile(r"[6-9]\d{8}")


def _is_american(text: str, region: str) -> bool:
    return region == "US" and [len(one) for one in _GROUPS.findall(text)] in (
        [3, 3, 4],
        [1, 3, 3, 4],
    )


def _is_australian(text: str, region: str) -> bool:
    groups = _GROUPS.findall(text)
    return (
        region == "AU"
        and _AUSTRALIAN.fullmatch("".join(groups)) is not None
        and (groups[0].startswith("04") or len(groups[0]) in (2, 10))
    )


def _is_british(text: str, region: str) -> bool:
    groups = _GROUPS.findall(text)
    lengths = [len(one) for one in groups]
    return region == "GB" and (
        (groups[0].startswith(("01", "07")) and lengths in ([5, 6], [5, 3, 3]))
        or (groups[0].startswith("01") and lengths == [4, 3, 4])
        or (groups[0].startswith("02") and lengths in ([3, 4, 4], [3, 8]))
    )


def is_swiss(text: str) -> bool:
    """Ask for "022 327 95 09": Germans and the French group other numbers so, or none."""
    groups = _GROUPS.findall(text)
    return groups[0][:1] == "0" and [len(one) for one in groups] == [3, 3, 2, 2]


def is_french(text: str) -> bool:
    """Ask for "06 08 93 12 34", whatever language is around."""
    groups = _GROUPS.findall(text)
    return groups[0][:1] == "0" and [len(one) for one in groups] == [2, 2, 2, 2, 2]


# Where the shape of a number gives its country away.
SHAPES = (("AU", _is_australian), ("US", _is_american), ("GB", _is_british))


def looks_national(text: str, region: str) -> bool:
    """Ask whether a number has a shape that gives its country away."""
    is_spanish = region == "ES" and _SPANISH.fullmatch("".join(_GROUPS.findall(text))) is not None
    return is_spanish or any(looks_so(text, region) for _, looks_so in SHAPES)
