"""Version 1: the tables of pressdesk 0.1.0. Released: never edited, only followed by another."""

from sqlite_utils import Database

_DAY = "CHECK ({0} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')"

# AUTOINCREMENT: the id of a removed row is never given again; its changes are recorded under it.
_OFFICE = """CREATE TABLE office (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL CHECK (version >= 1),
    code TEXT NOT NULL UNIQUE CHECK (code <> ''),
    name TEXT NOT NULL CHECK (name <> ''),
    organization TEXT CHECK (organization <> ''),
    city TEXT CHECK (city <> ''),
    country TEXT NOT NULL CHECK (country GLOB '[A-Z][A-Z]'),
    language TEXT CHECK (language <> ''),
    timezone TEXT CHECK (timezone <> ''),
    switchboard TEXT CHECK (switchboard GLOB '+[0-9]*'),
    switchboard_display TEXT CHECK ((switchboard_display IS NULL) = (switchboard IS NULL)),
    switchboard_possible_only INTEGER NOT NULL CHECK (switchboard_possible_only IN (0, 1)),
    extension_digits TEXT CHECK (extension_digits <> ''),
    extension_range TEXT CHECK (extension_range IS NULL OR extension_digits IS NULL),
    reports_to INTEGER REFERENCES office (id) CHECK (reports_to <> id),
    sort_text TEXT NOT NULL
) STRICT"""

_OFFICE_NAME = """CREATE TABLE office_name (
    office_id INTEGER NOT NULL REFERENCES office (id) ON DELETE CASCADE,
    language TEXT NOT NULL CHECK (language <> ''),
    name TEXT NOT NULL CHECK (name <> ''),
    PRIMARY KEY (office_id, language)
) STRICT, WITHOUT ROWID"""

_CONTACT = f"""CREATE TABLE contact (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL CHECK (version >= 1),
    key TEXT NOT NULL UNIQUE CHECK (key <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('person', 'desk')),
    name TEXT NOT NULL CHECK (name <> ''),
    given_name TEXT CHECK (given_name <> ''),
    family_name TEXT CHECK (family_name <> ''),
    title TEXT CHECK (title <> ''),
    note TEXT CHECK (note <> ''),
    unlisted INTEGER NOT NULL CHECK (unlisted IN (0, 1)),
    left_on TEXT {_DAY.format("left_on")},
    successor INTEGER REFERENCES contact (id) CHECK (successor <> id),
    sort_text TEXT NOT NULL
) STRICT"""

_CONTACT_TITLE = """CREATE TABLE contact_title (
    contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    language TEXT NOT NULL CHECK (language <> ''),
    title TEXT NOT NULL CHECK (title <> ''),
    PRIMARY KEY (contact_id, language)
) STRICT, WITHOUT ROWID"""

_CONTACT_LANGUAGE = """CREATE TABLE contact_language (
    contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    language TEXT NOT NULL CHECK (language <> ''),
    PRIMARY KEY (contact_id, position),
    UNIQUE (contact_id, language)
) STRICT, WITHOUT ROWID"""

_CONTACT_TOPIC = """CREATE TABLE contact_topic (
    contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    topic TEXT NOT NULL CHECK (topic <> ''),
    PRIMARY KEY (contact_id, position),
    UNIQUE (contact_id, topic)
) STRICT, WITHOUT ROWID"""

_EMAIL = f"""CREATE TABLE email (
    contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    address TEXT NOT NULL CHECK (address LIKE '%_@_%'),
    folded TEXT NOT NULL,
    public INTEGER NOT NULL CHECK (public IN (0, 1)),
    verified_on TEXT {_DAY.format("verified_on")},
    source TEXT,
    PRIMARY KEY (contact_id, position),
    UNIQUE (contact_id, folded)
) STRICT, WITHOUT ROWID"""

_PHONE = f"""CREATE TABLE phone (
    contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    number TEXT NOT NULL CHECK (number GLOB '+[0-9]*'),
    extension TEXT CHECK (extension GLOB '[0-9]*' AND length(extension) <= 20),
    kind TEXT NOT NULL CHECK (kind IN ('office', 'mobile', 'whatsapp', 'satellite', 'fax')),
    public INTEGER NOT NULL CHECK (public IN (0, 1)),
    display TEXT NOT NULL CHECK (display <> ''),
    possible_only INTEGER NOT NULL CHECK (possible_only IN (0, 1)),
    verified_on TEXT {_DAY.format("verified_on")},
    source TEXT,
    PRIMARY KEY (contact_id, position)
) STRICT, WITHOUT ROWID"""

_POSTING = f"""CREATE TABLE posting (
    contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    office_id INTEGER NOT NULL REFERENCES office (id),
    rank INTEGER CHECK (rank >= 0),
    title TEXT CHECK (title <> ''),
    extension TEXT CHECK (extension GLOB '[0-9]*' AND length(extension) <= 20),
    starts_on TEXT {_DAY.format("starts_on")},
    ends_on TEXT {_DAY.format("ends_on")} CHECK (ends_on >= starts_on),
    PRIMARY KEY (contact_id, position)
) STRICT, WITHOUT ROWID"""

# Every name by which WHO finds an office or a contact; made from the rows.
_ALIAS = """CREATE TABLE alias (
    id INTEGER PRIMARY KEY,
    folded TEXT NOT NULL CHECK (folded <> ''),
    tier INTEGER NOT NULL CHECK (tier BETWEEN 0 AND 3),
    office_id INTEGER REFERENCES office (id) ON DELETE CASCADE,
    contact_id INTEGER REFERENCES contact (id) ON DELETE CASCADE,
    CHECK ((office_id IS NULL) <> (contact_id IS NULL))
) STRICT"""

# What is found by searching: a row of folded words for each contact, made from the rows.
# columnsize=0: nothing is ranked by length. prefix: short beginnings have an index of their own.
_SEARCH = """CREATE VIRTUAL TABLE search USING fts5(
    name, title, office, city, country, lang, topic, email, phone, ext, kind, every,
    tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'",
    prefix = '1 2 3', columnsize = 0
)"""

_OPERATION = """CREATE TABLE operation (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    command TEXT NOT NULL
) STRICT"""

# before, after: the record of the office or contact as JSON; NULL where there is none.
_CHANGE = """CREATE TABLE change (
    id INTEGER PRIMARY KEY,
    operation_id TEXT NOT NULL REFERENCES operation (id),
    subject TEXT NOT NULL CHECK (subject IN ('office', 'contact')),
    subject_id INTEGER NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    before TEXT,
    after TEXT,
    CHECK (before IS NOT NULL OR after IS NOT NULL),
    UNIQUE (subject, subject_id, version)
) STRICT"""


def _version_triggers(table: str) -> tuple[str, str]:
    """Keep versions: one begins at 1 and is raised by one; what else comes is a lost update."""
    return (
        f"""CREATE TRIGGER {table}_first_version BEFORE INSERT ON {table}
WHEN NEW.version IS NOT 1
BEGIN SELECT RAISE(ABORT, '{table} version must begin at 1'); END""",
        f"""CREATE TRIGGER {table}_next_version BEFORE UPDATE ON {table}
WHEN NEW.version IS NOT OLD.version + 1
BEGIN SELECT RAISE(ABORT, '{table} version must rise by one'); END""",
    )


_INDEXES = (
    "CREATE INDEX office_reports_to ON office (reports_to)",
    "CREATE INDEX office_switchboard ON office (switchboard)",
    "CREATE INDEX office_sort_text ON office (sort_text)",
    "CREATE INDEX contact_successor ON contact (successor)",
    "CREATE INDEX contact_sort_text ON contact (sort_text, key)",
    "CREATE INDEX email_folded ON email (folded)",
    "CREATE INDEX phone_number ON phone (number, extension)",
    "CREATE INDEX posting_office ON posting (office_id, extension)",
    "CREATE INDEX alias_folded ON alias (folded, tier)",
    "CREATE INDEX alias_office ON alias (office_id)",
    "CREATE INDEX alias_contact ON alias (contact_id)",
    "CREATE INDEX change_operation ON change (operation_id)",
)

_TABLES = (
    _OFFICE,
    _OFFICE_NAME,
    _CONTACT,
    _CONTACT_TITLE,
    _CONTACT_LANGUAGE,
    _CONTACT_TOPIC,
    _EMAIL,
    _PHONE,
    _POSTING,
    _ALIAS,
    _SEARCH,
    _OPERATION,
    _CHANGE,
    *_version_triggers("office"),
    *_version_triggers("contact"),
    *_INDEXES,
)


def migrate(database: Database) -> None:
    """Make the tables of a new directory."""
    for statement in _TABLES:
        database.execute(statement)
