"""Whether a file lies on a network share, where SQLite's locks cannot be trusted."""

from pathlib import Path

_MOUNTS = Path("/proc/self/mounts")
_SHARES = ("nfs", "cifs", "smb", "fuse.")


def find_network_share(path: Path, mounts: Path = _MOUNTS) -> str | None:
    """Give the type of the network file system that holds a path; None for a local disk.

    mounts: the table of mounted file systems as Linux writes it; where there is none, None.
    """
    try:
        lines = mounts.read_text("utf-8", "backslashreplace").splitlines()
    except OSError:
        return None
    target = path.resolve()
    found, depth = None, -1
    for line in lines:
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        # The kernel writes blanks in names as octal escapes.
        point = Path(fields[1].replace("\\040", " ").replace("\\011", "\t"))
        is_above = point == target or point in target.parents
        # Of two mounts on one point the later one is seen.
        if is_above and len(point.parts) >= depth:
            found, depth = fields[2], len(point.parts)
    return found if found and found.startswith(_SHARES) else None
