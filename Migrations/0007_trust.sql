-- What stands can be trusted: who counts, what was agreed and what was ended is read from signed
-- entries. The tables that repeated them are gone; `agreement` and `wording` only say where to look.

-- Of one place of a feed there may be two entries, where a device was copied or a row was put there by
-- hand; and whose an entry is, its header says, which is signed.
CREATE TABLE signed_entry (
  number    INTEGER PRIMARY KEY,              -- place in this file only; arrival, not order
  device    TEXT NOT NULL,                    -- with seq, tick and id what the header says, to find it
  seq       INTEGER NOT NULL CHECK (seq > 0), --   by; never believed without it
  tick      INTEGER NOT NULL CHECK (tick > 0),
  id        TEXT NOT NULL UNIQUE CHECK (length(id) = 64),
  header    BLOB NOT NULL,                    -- canonical JSON, as signed
  signature BLOB NOT NULL CHECK (length(signature) = 64)
) STRICT;

-- What cannot be an entry is not carried over, and the gap it leaves is named: no row keeps anybody from
-- ending something.
INSERT OR IGNORE INTO signed_entry (number, device, seq, tick, id, header, signature)
  SELECT number, device, seq, tick, id, header, signature FROM entry;

-- The part of an entry that can be erased. No row: erased.
CREATE TABLE erasable_body (
  entry INTEGER PRIMARY KEY REFERENCES signed_entry,
  salt  BLOB NOT NULL CHECK (length(salt) = 16),
  body  BLOB NOT NULL                         -- canonical JSON: {act, at}
) STRICT;

INSERT OR IGNORE INTO erasable_body (entry, salt, body)
  SELECT entry, salt, body FROM body WHERE entry IN (SELECT number FROM signed_entry);

-- A second entry where one was known already: the device was copied, and the feed is frozen.
CREATE TABLE second_entry (
  device    TEXT NOT NULL,
  seq       INTEGER NOT NULL,
  id        TEXT NOT NULL PRIMARY KEY,
  header    BLOB NOT NULL,
  signature BLOB NOT NULL
) STRICT;

INSERT OR IGNORE INTO second_entry (device, seq, id, header, signature)
  SELECT device, seq, id, header, signature FROM fork_entry;

DROP TABLE fork_entry;
DROP TABLE body;
DROP TABLE entry;
ALTER TABLE signed_entry RENAME TO entry;
ALTER TABLE erasable_body RENAME TO body;
ALTER TABLE second_entry RENAME TO fork_entry;

CREATE INDEX entry_in_order ON entry (tick, device, seq);
CREATE INDEX entry_in_feed ON entry (device, seq);

CREATE TRIGGER entry_is_final BEFORE UPDATE ON entry
BEGIN SELECT raise(ABORT, 'an entry is final'); END;

CREATE TRIGGER entry_is_kept BEFORE DELETE ON entry
BEGIN SELECT raise(ABORT, 'an entry is kept'); END;

CREATE TRIGGER body_is_final BEFORE UPDATE ON body
BEGIN SELECT raise(ABORT, 'a body is final'); END;

-- A body is found by what its bytes say, which are signed: X'2C226F6E223A22' is `,"on":"`, and
-- X'226B696E64223A22' is `"kind":"`. Within a text neither can stand, for a quotation mark is escaped
-- there, and of an act's own members none before these holds others.

-- What concerns one agreement.
CREATE INDEX body_by_agreement ON body (
  CAST(substr(body, instr(body, X'2C226F6E223A22') + 7, 52) AS TEXT)
) WHERE instr(body, X'2C226F6E223A22') > 0;

-- What concerns none: who belongs to the two, needs that are shown, and what passes.
CREATE INDEX body_apart ON body (
  CAST(substr(body, instr(body, X'226B696E64223A22') + 8,
    instr(substr(body, instr(body, X'226B696E64223A22') + 8), X'22') - 1) AS TEXT)
) WHERE instr(body, X'2C226F6E223A22') = 0;

DROP TABLE partner;
DROP TABLE admission;
DROP TABLE proposal;
DROP TABLE wording;
DROP TABLE stance;
DROP TABLE first_yes;
DROP TABLE late_yes;
DROP TABLE ending;
DROP TABLE answer;
DROP TABLE note;
DROP TABLE forgetting;
DROP TABLE mention;
DROP TABLE sharing;
DROP TABLE unsharing;
DROP TABLE hearing;
DROP TABLE pause;
DROP TABLE pause_step;
DROP TABLE talk_step;

-- What each agreement was ever called, to find it by. No row is left of an erased text.
CREATE TABLE wording (
  entry     TEXT PRIMARY KEY,                 -- the id of the entry that holds the text
  agreement TEXT NOT NULL,
  title     TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX wording_by_agreement ON wording (agreement);

-- As what the rows of `agreement` and `wording` were derived: a program that derives them otherwise does so anew in
-- the transaction of its first write. 0: not yet.
ALTER TABLE couple ADD COLUMN tables_version INTEGER NOT NULL DEFAULT 0;
