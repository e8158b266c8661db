PRAGMA user_version=2;

CREATE TABLE alias (
    id INTEGER PRIMARY KEY,
    folded TEXT NOT NULL CHECK (folded <> ''),
    tier INTEGER NOT NULL CHECK (tier BETWEEN 0 AND 3),
    office_id INTEGER REFERENCES office (id) ON DELETE CASCADE,
    contact_id INTEGER REFERENCES contact (id) ON DELETE CASCADE,
    CHECK ((office_id IS NULL) <> (contact_id IS NULL))
) STRICT;

CREATE INDEX alias_contact ON alias (contact_id);

CREATE INDEX alias_folded ON alias (folded, tier);

CREATE INDEX alias_office ON alias (office_id);

CREATE TABLE change (
    id INTEGER PRIMARY KEY,
    operation_id TEXT NOT NULL REFERENCES operation (id),
    subject TEXT NOT NULL CHECK (subject IN ('office', 'contact')),
    subject_id INTEGER NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    before TEXT,
    after TEXT, format INTEGER NOT NULL DEFAULT 1 CHECK (format >= 1),
    CHECK (before IS NOT NULL OR after IS NOT NULL),
    UNIQUE (subject, subject_id, version)
) STRICT;

CREATE INDEX change_operation ON change (operation_id);

CREATE TABLE contact (
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
    left_on TEXT CHECK (left_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    successor INTEGER REFERENCES contact (id) CHECK (successor <> id),
    sort_text TEXT NOT NULL
) STRICT;

CREATE INDEX contact_sort_text ON contact (sort_text, key);

CREATE INDEX contact_successor ON contact (successor);

CREATE TRIGGER contact_first_version BEFORE INSERT ON contact
WHEN NEW.version IS NOT 1
BEGIN SELECT RAISE(ABORT, 'contact version must begin at 1'); END;

CREATE TRIGGER contact_next_version BEFORE UPDATE ON contact
WHEN NEW.version IS NOT OLD.version + 1
BEGIN SELECT RAISE(ABORT, 'contact version must rise by one'); END;

CREATE TABLE contact_language (
    contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    language TEXT NOT NULL CHECK (language <> ''),
    PRIMARY KEY (contact_id, position),
    UNIQUE (contact_id, language)
) STRICT, WITHOUT ROWID;

CREATE TABLE contact_title (
    contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    language TEXT NOT NULL CHECK (language <> ''),
    title TEXT NOT NULL CHECK (title <> ''),
    PRIMARY KEY (contact_id, language)
) STRICT, WITHOUT ROWID;

CREATE TABLE contact_topic (
    contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    topic TEXT NOT NULL CHECK (topic <> ''),
    PRIMARY KEY (contact_id, position),
    UNIQUE (contact_id, topic)
) STRICT, WITHOUT ROWID;

CREATE TABLE "email" (
    contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    address TEXT NOT NULL CHECK (address LIKE '%_@_%'),
    folded TEXT NOT NULL,
    public INTEGER NOT NULL CHECK (public IN (0, 1)),
    verified_on TEXT CHECK (verified_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    source_kind TEXT CHECK (source_kind IN ('typed', 'import', 'harvest', 'shared')),
    source_file TEXT CHECK (source_file <> ''),
    source_line INTEGER CHECK (source_line >= 1),
    source_day TEXT CHECK (source_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    CHECK (source_kind IS NOT NULL OR coalesce(source_file, source_line, source_day) IS NULL),
    PRIMARY KEY (contact_id, position),
    UNIQUE (contact_id, folded)
) STRICT, WITHOUT ROWID;

CREATE INDEX email_folded ON email (folded);

CREATE TABLE erased (
    digest BLOB PRIMARY KEY CHECK (length(digest) = 32),
    salt BLOB NOT NULL,
    erased_on TEXT NOT NULL CHECK (erased_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT, WITHOUT ROWID;

CREATE TABLE former (
    id INTEGER PRIMARY KEY,
    operation INTEGER NOT NULL REFERENCES operation (sequence),
    subject TEXT NOT NULL CHECK (subject IN ('office', 'contact')),
    subject_id INTEGER NOT NULL,
    key TEXT NOT NULL CHECK (key <> ''),
    name TEXT NOT NULL CHECK (name <> ''),
    kind TEXT NOT NULL CHECK (kind <> ''),
    public INTEGER NOT NULL CHECK (public IN (0, 1)),
    value TEXT NOT NULL CHECK (value <> ''),
    extension TEXT,
    next_value TEXT,
    next_extension TEXT CHECK (next_extension IS NULL OR next_value IS NOT NULL)
) STRICT;

CREATE INDEX former_operation ON former (operation);

CREATE INDEX former_subject ON former (subject, subject_id);

CREATE INDEX former_value ON former (value, extension);

CREATE TABLE former_key (
    key TEXT PRIMARY KEY CHECK (key <> ''),
    contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX former_key_contact ON former_key (contact_id);

CREATE TABLE office (
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
) STRICT;

CREATE INDEX office_reports_to ON office (reports_to);

CREATE INDEX office_sort_text ON office (sort_text);

CREATE INDEX office_switchboard ON office (switchboard);

CREATE TRIGGER office_first_version BEFORE INSERT ON office
WHEN NEW.version IS NOT 1
BEGIN SELECT RAISE(ABORT, 'office version must begin at 1'); END;

CREATE TRIGGER office_next_version BEFORE UPDATE ON office
WHEN NEW.version IS NOT OLD.version + 1
BEGIN SELECT RAISE(ABORT, 'office version must rise by one'); END;

CREATE TABLE office_name (
    office_id INTEGER NOT NULL REFERENCES office (id) ON DELETE CASCADE,
    language TEXT NOT NULL CHECK (language <> ''),
    name TEXT NOT NULL CHECK (name <> ''),
    PRIMARY KEY (office_id, language)
) STRICT, WITHOUT ROWID;

CREATE TABLE "operation" (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    command TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind <> ''),
    undoes TEXT REFERENCES operation (id) CHECK (undoes <> id)
) STRICT;

CREATE TABLE "phone" (
    contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    number TEXT NOT NULL CHECK (number GLOB '+[0-9]*'),
    extension TEXT CHECK (extension GLOB '[0-9]*' AND length(extension) <= 20),
    kind TEXT NOT NULL CHECK (kind IN ('office', 'mobile', 'whatsapp', 'satellite', 'fax')),
    public INTEGER NOT NULL CHECK (public IN (0, 1)),
    display TEXT NOT NULL CHECK (display <> ''),
    possible_only INTEGER NOT NULL CHECK (possible_only IN (0, 1)),
    verified_on TEXT CHECK (verified_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    source_kind TEXT CHECK (source_kind IN ('typed', 'import', 'harvest', 'shared')),
    source_file TEXT CHECK (source_file <> ''),
    source_line INTEGER CHECK (source_line >= 1),
    source_day TEXT CHECK (source_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    CHECK (source_kind IS NOT NULL OR coalesce(source_file, source_line, source_day) IS NULL),
    PRIMARY KEY (contact_id, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX phone_number ON phone (number, extension);

CREATE TABLE posting (
    contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    office_id INTEGER NOT NULL REFERENCES office (id),
    rank INTEGER CHECK (rank >= 0),
    title TEXT CHECK (title <> ''),
    extension TEXT CHECK (extension GLOB '[0-9]*' AND length(extension) <= 20),
    starts_on TEXT CHECK (starts_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    ends_on TEXT CHECK (ends_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]') CHECK (ends_on >= starts_on),
    PRIMARY KEY (contact_id, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX posting_office ON posting (office_id, extension);

CREATE TABLE rota (
    office_id INTEGER NOT NULL REFERENCES office (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    contact_id INTEGER NOT NULL REFERENCES contact (id),
    starts_on TEXT NOT NULL CHECK (starts_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    ends_on TEXT NOT NULL CHECK (ends_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]') CHECK (ends_on >= starts_on),
    PRIMARY KEY (office_id, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX rota_contact ON rota (contact_id);

CREATE VIRTUAL TABLE search USING fts5(
    name, title, office, city, country, lang, topic, email, phone, ext, kind, every,
    tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'",
    prefix = '1 2 3', columnsize = 0
);

CREATE TABLE shared (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    url TEXT NOT NULL CHECK (url <> ''),
    epoch TEXT NOT NULL,
    sequence INTEGER NOT NULL CHECK (sequence >= 0),
    digest TEXT NOT NULL,
    synced_at TEXT,
    pending TEXT CHECK (length(pending) = 36)
) STRICT;

