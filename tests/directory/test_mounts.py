"""Whether a file lies on a network share."""

from pathlib import Path

import pytest

from pressdesk.directory.mounts import find_network_share

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
server:/press /mnt/press nfs4 rw 0 0
//server/share /mnt/with\\040blank cifs rw 0 0
someone@server: /mnt/ssh fuse.sshfs rw 0 0
/dev/sdb1 /mnt/stick fuseblk rw 0 0
tmpfs /mnt/press/local tmpfs rw 0 0
server:/old /mnt/twice nfs rw 0 0
/dev/sdc1 /mnt/twice ext4 rw 0 0
nonsense
"""


@pytest.mark.parametrize(
    ("path", "share"),
    [
        ("/mnt/press/directory.db", "nfs4"),
        ("/mnt/press/deeper/directory.db", "nfs4"),
        ("/mnt/with blank/directory.db", "cifs"),
        ("/mnt/ssh/directory.db", "fuse.sshfs"),
        ("/mnt/stick/directory.db", None),
        ("/mnt/press/local/directory.db", None),
        ("/mnt/pressroom/directory.db", None),
        ("/mnt/twice/directory.db", None),
        ("/elsewhere/directory.db", None),
    ],
)
def test_the_nearest_mount_decides(path: str, share: str | None, tmp_path: Path) -> None:
    """Of two on one point the later; a beginning of a name is no folder."""
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS)
    assert find_network_share(Path(path), mounts) == share


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"\n\n \n", b"only two"])
def test_a_table_without_sense_names_no_share(content: bytes, tmp_path: Path) -> None:
    """It is a courtesy: nothing fails for it."""
    mounts = tmp_path / "mounts"
    mounts.write_bytes(content)
    assert find_network_share(tmp_path, mounts) is None


def test_where_there_is_no_table_there_is_no_answer(tmp_path: Path) -> None:
    """Other systems keep none."""
    assert find_network_share(tmp_path, tmp_path / "missing") is None
