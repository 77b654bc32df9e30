-- What the partners show each other of their needs. Derived from the journal like the tables of
-- 0002. A need's id belongs to the partner who shares under it: two may use the same.

-- Each copy of a need that its owner showed the other. No row is left of an erased one: of each
-- need the newest copy at most is here.
CREATE TABLE sharing (
  entry   TEXT PRIMARY KEY,
  need    TEXT NOT NULL CHECK (length(need) = 26),
  partner TEXT NOT NULL,                      -- whose need it is
  text    BLOB NOT NULL,                      -- canonical JSON
  at      INTEGER NOT NULL,                   -- seconds UTC
  tick    INTEGER NOT NULL,                   -- with device and seq its place in the journal
  device  TEXT NOT NULL,
  seq     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX sharing_by_need ON sharing (need);

-- Where in the journal a need was last taken back: what was shown before that is erased, also
-- what arrives later.
CREATE TABLE unsharing (
  need    TEXT NOT NULL CHECK (length(need) = 26),
  partner TEXT NOT NULL,                      -- whose need it is
  tick    INTEGER NOT NULL,
  device  TEXT NOT NULL,
  seq     INTEGER NOT NULL,
  PRIMARY KEY (need, partner)
) STRICT, WITHOUT ROWID;

-- Each thank-you for a need of the other's. No row is left of an erased one.
CREATE TABLE hearing (
  entry   TEXT PRIMARY KEY,
  need    TEXT NOT NULL CHECK (length(need) = 26),
  partner TEXT NOT NULL,                      -- who says it
  tick    INTEGER NOT NULL,
  device  TEXT NOT NULL,
  seq     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX hearing_by_need ON hearing (need);
