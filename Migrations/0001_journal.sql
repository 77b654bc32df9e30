-- The journal: what was done, by whom. Everything else in this file is derived from it.

-- The couple this store belongs to: exactly one row once `init` is done.
CREATE TABLE couple (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  id  TEXT NOT NULL CHECK (length(id) = 32)   -- random, 32 hexadecimal digits
) STRICT;

-- The chain of each device: where the next entry goes.
CREATE TABLE feed (
  device      TEXT PRIMARY KEY CHECK (length(device) = 16),  -- fingerprint of the signing key
  partner     TEXT NOT NULL,                  -- whose device it is
  signing_key BLOB NOT NULL CHECK (length(signing_key) = 32),
  recipient   TEXT NOT NULL,                  -- age recipient of the device
  head_seq    INTEGER NOT NULL CHECK (head_seq > 0),
  head_id     TEXT NOT NULL,
  head_tick   INTEGER NOT NULL
) STRICT;

CREATE INDEX feed_by_partner ON feed (partner);

-- The signed part of every entry. Never updated, never deleted.
CREATE TABLE entry (
  number    INTEGER PRIMARY KEY,              -- place in this file only; arrival, not order
  device    TEXT NOT NULL REFERENCES feed,
  seq       INTEGER NOT NULL CHECK (seq > 0),
  tick      INTEGER NOT NULL CHECK (tick > 0),
  id        TEXT NOT NULL UNIQUE CHECK (length(id) = 64),
  header    BLOB NOT NULL,                    -- canonical JSON, as signed
  signature BLOB NOT NULL CHECK (length(signature) = 64),
  UNIQUE (device, seq)
) STRICT;

CREATE INDEX entry_in_order ON entry (tick, device, seq);

CREATE TRIGGER entry_is_final BEFORE UPDATE ON entry
BEGIN SELECT raise(ABORT, 'an entry is final'); END;

CREATE TRIGGER entry_is_kept BEFORE DELETE ON entry
BEGIN SELECT raise(ABORT, 'an entry is kept'); END;

-- The part of an entry that can be erased. No row: erased.
CREATE TABLE body (
  entry INTEGER PRIMARY KEY REFERENCES entry,
  salt  BLOB NOT NULL CHECK (length(salt) = 16),
  body  BLOB NOT NULL                         -- canonical JSON: {act, at}
) STRICT;

CREATE TRIGGER body_is_final BEFORE UPDATE ON body
BEGIN SELECT raise(ABORT, 'a body is final'); END;

-- A second entry where one was known already: the device was copied, and the feed is frozen.
CREATE TABLE fork_entry (
  device    TEXT NOT NULL REFERENCES feed,
  seq       INTEGER NOT NULL,
  id        TEXT NOT NULL PRIMARY KEY,
  header    BLOB NOT NULL,
  signature BLOB NOT NULL
) STRICT;
