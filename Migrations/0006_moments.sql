-- What passes: pauses, and the talks that both prepare apart. Derived from the journal like the tables
-- of 0002. No row is left of what ended more than 48 hours ago, once something was written after that.

-- Each pause that was called. By whom is in no column; the entry tells whose key signed it, while it
-- is there.
CREATE TABLE pause (
  entry      TEXT PRIMARY KEY,
  id         TEXT NOT NULL CHECK (length(id) = 26),
  began      INTEGER NOT NULL,                -- seconds UTC
  until      INTEGER NOT NULL,                -- seconds UTC; the return as it was named
  held_since INTEGER NOT NULL                 -- seconds UTC; from when on nothing lapses
) STRICT, WITHOUT ROWID;

-- What was said of a pause since.
CREATE TABLE pause_step (
  entry   TEXT NOT NULL,
  pause   TEXT NOT NULL CHECK (length(pause) = 26),  -- may arrive before it, and waits
  step    TEXT NOT NULL CHECK (step IN ('extend', 'back', 'leave')),
  partner TEXT CHECK ((partner IS NULL) = (step = 'extend')),  -- whose word; NULL: nobody's
  until   INTEGER CHECK ((until IS NULL) = (step <> 'extend')),  -- seconds UTC; the later return
  at      INTEGER NOT NULL,                   -- seconds UTC
  PRIMARY KEY (entry, pause)
) STRICT, WITHOUT ROWID;

CREATE INDEX pause_step_by_pause ON pause_step (pause);

-- What was said of a talk: that one has prepared it, what one brings, that it is not held.
CREATE TABLE talk_step (
  entry   TEXT PRIMARY KEY,
  talk    TEXT NOT NULL CHECK (talk IN ('check-in', 'repair')),
  partner TEXT NOT NULL,
  step    TEXT NOT NULL CHECK (step IN ('ready', 'unready', 'bring', 'skip')),
  text    BLOB CHECK ((text IS NULL) = (step <> 'bring')),  -- canonical JSON
  day     INTEGER CHECK ((day IS NULL) = (step <> 'skip')), -- a civil day, days since 1970-01-01
  at      INTEGER NOT NULL,                   -- seconds UTC
  tick    INTEGER NOT NULL,                   -- with device and seq its place in the journal
  device  TEXT NOT NULL,
  seq     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- When a yes came that was in time only because of a pause.
CREATE TABLE late_yes (
  entry     TEXT PRIMARY KEY,
  agreement TEXT NOT NULL,
  revision  TEXT NOT NULL,                    -- may arrive before its text, and waits
  at        INTEGER NOT NULL                  -- seconds UTC
) STRICT, WITHOUT ROWID;

CREATE INDEX late_yes_by_agreement ON late_yes (agreement);

-- Likewise for what was said when an agreement was looked at again.
ALTER TABLE answer ADD COLUMN late INTEGER NOT NULL DEFAULT 0 CHECK (late IN (0, 1));
