-- What people ask for, derived from the journal in the transaction that writes it.
-- `doctor --rebuild` empties these tables and derives them anew: the same, row for row.

-- Both partners, as their feeds name them.
CREATE TABLE partner (
  id     TEXT PRIMARY KEY CHECK (length(id) = 32),
  name   TEXT NOT NULL,
  joined INTEGER NOT NULL                     -- tick of the feed's first entry: who was named first
) STRICT, WITHOUT ROWID;

-- Devices that a partner's own device vouched for.
CREATE TABLE admission (
  device  TEXT NOT NULL,
  partner TEXT NOT NULL,
  PRIMARY KEY (device, partner)
) STRICT, WITHOUT ROWID;

-- One agreement, and what can be said of it without a clock.
CREATE TABLE agreement (
  id           TEXT PRIMARY KEY CHECK (length(id) = 52),
  after        TEXT,                          -- the closed agreement it takes up again; NULL: none
  revision     TEXT,                          -- the text people are shown; NULL: none arrived yet
  kind         TEXT,                          -- of that text; these NULL where it is erased
  title        TEXT,
  promise      TEXT,                          -- 'both', or the one partner's id
  status       TEXT NOT NULL                  -- until `status_until`
               CHECK (status IN ('proposed', 'active', 'declined', 'withdrawn', 'ended',
                                 'lapsed', 'contested')),
  status_until INTEGER,                       -- seconds UTC; NULL: time alone changes nothing
  status_then  TEXT NOT NULL,                 -- from there on
  answer_until INTEGER,                       -- last moment a text waits; NULL: none waits
  review_due   INTEGER,                       -- seconds UTC; NULL: nothing in force
  first_tick   INTEGER NOT NULL,              -- its place among the others: its first proposal's
  newer        INTEGER NOT NULL DEFAULT 0 CHECK (newer IN (0, 1))  -- a newer Accord wrote to it
) STRICT, WITHOUT ROWID;

-- The rules in force, flat at any length of history.
CREATE INDEX agreement_in_force ON agreement (status_until)
  WHERE status IN ('active', 'contested');
-- What waits for an answer.
CREATE INDEX agreement_waiting ON agreement (answer_until) WHERE answer_until IS NOT NULL;
CREATE INDEX agreement_by_title ON agreement (title);
CREATE INDEX agreement_by_after ON agreement (after) WHERE after IS NOT NULL;

-- Each proposing of a text: by one, or by both without knowing. Holds what its writer says; a
-- text's name, which is a hash, tells whether that is so.
CREATE TABLE proposal (
  entry       TEXT PRIMARY KEY,
  agreement   TEXT NOT NULL,
  revision    TEXT NOT NULL,
  partner     TEXT NOT NULL,
  parents     TEXT NOT NULL,                  -- ids, sorted, one space between
  after       TEXT,                           -- the closed agreement it takes up again; NULL: none
  lapses_at   INTEGER NOT NULL,               -- seconds UTC
  proposed_at INTEGER NOT NULL                -- seconds UTC
) STRICT, WITHOUT ROWID;

CREATE INDEX proposal_by_agreement ON proposal (agreement);

-- Each writing of a text. No row is left of an erased one.
CREATE TABLE wording (
  entry     TEXT PRIMARY KEY,
  revision  TEXT NOT NULL,
  agreement TEXT NOT NULL,
  partner   TEXT NOT NULL,
  text      BLOB NOT NULL                     -- canonical JSON
) STRICT, WITHOUT ROWID;

CREATE INDEX wording_by_agreement ON wording (agreement);

-- What a partner says to a text: the greatest of all they said, at its earliest.
CREATE TABLE stance (
  agreement TEXT NOT NULL,
  revision  TEXT NOT NULL,                    -- may arrive before its text, and waits
  partner   TEXT NOT NULL,
  stance    INTEGER NOT NULL CHECK (stance IN (1, 2)),  -- 1 consent, 2 refuse
  at        INTEGER NOT NULL,                 -- seconds UTC
  PRIMARY KEY (agreement, revision, partner)
) STRICT, WITHOUT ROWID;

-- Who ended an agreement. Final.
CREATE TABLE ending (
  agreement TEXT NOT NULL,
  partner   TEXT NOT NULL,
  at        INTEGER NOT NULL,
  PRIMARY KEY (agreement, partner)
) STRICT, WITHOUT ROWID;

-- What was said when an agreement was looked at again.
CREATE TABLE answer (
  entry     TEXT PRIMARY KEY,
  agreement TEXT NOT NULL,
  revision  TEXT NOT NULL,
  partner   TEXT NOT NULL,
  round     INTEGER NOT NULL CHECK (round > 0),
  due       INTEGER NOT NULL,
  outcome   TEXT NOT NULL CHECK (outcome IN ('keep', 'change', 'end')),
  helped    TEXT CHECK (helped IN ('yes', 'partly', 'no', 'unused')),  -- NULL: not said
  at        INTEGER NOT NULL,
  tick      INTEGER NOT NULL,
  device    TEXT NOT NULL,
  seq       INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX answer_by_agreement ON answer (agreement);

-- A few words beside a decline, an ending or a review. No row is left of an erased one.
CREATE TABLE note (
  entry     TEXT PRIMARY KEY,
  agreement TEXT NOT NULL,
  revision  TEXT NOT NULL,
  partner   TEXT NOT NULL,
  text      TEXT NOT NULL,
  at        INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX note_by_agreement ON note (agreement);

-- Who wants which texts erased: 1 one's own, 2 all of it. The greatest, at its earliest.
CREATE TABLE forgetting (
  agreement TEXT NOT NULL,
  partner   TEXT NOT NULL,
  scope     INTEGER NOT NULL CHECK (scope IN (1, 2)),
  at        INTEGER NOT NULL,
  tick      INTEGER NOT NULL,                 -- the greatest: what its writer adds later stays
  PRIMARY KEY (agreement, partner)
) STRICT, WITHOUT ROWID;

-- Which entries concern which agreement. No row is left of an erased one.
CREATE TABLE mention (
  agreement TEXT NOT NULL,
  entry     INTEGER NOT NULL,                 -- entry.number
  PRIMARY KEY (agreement, entry)
) STRICT, WITHOUT ROWID;
