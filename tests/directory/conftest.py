"""Directories for tests: one on disk, and one in memory that is quicker."""

import gzip
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from pressdesk.directory.editor import DirectoryEditor
from pressdesk.directory.store import Directory
from pressdesk.model import Posting
from tests.directory.samples import NOWHERE, a_contact, an_office, store
from tests.make_version_1 import FILE

NOBODY_ID = 65534


@pytest.fixture
def stored(db: Path) -> Path:
    """Give a directory on disk with the office `here` and the contact `ada-example`."""
    store(db, an_office(), a_contact("Ada Example", Posting("here", extension="230")))
    return db


@pytest.fixture
def old(db: Path) -> Path:
    """Put the directory that version 0.1.0 wrote where commands find it."""
    db.write_bytes(gzip.decompress(FILE.read_bytes()))
    return db


@pytest.fixture
def editor() -> Iterator[DirectoryEditor]:
    """Give a directory in memory to change; it has the office `here`."""
    with Directory.rehearse(NOWHERE) as directory:
        directory.add_office(an_office())
        yield directory


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """Give a folder that every user can reach, as pytest's own cannot be."""
    folder = Path(tempfile.mkdtemp(prefix="pressdesk-test-"))
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@contextmanager
def as_stranger() -> Iterator[None]:
    """Be a user without special rights; root may read and write everything."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY_ID)
    try:
        yield
    finally:
        os.seteuid(0)
