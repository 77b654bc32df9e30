-- One partner's private side: what they write for themselves. Sealed as a whole; never in a file
-- as it is here. Texts are the writer's own, byte for byte, and may hold a NUL: a length is that of
-- the bytes, at most four for each Unicode scalar.

-- What the partner needs.
CREATE TABLE need (
  number   INTEGER PRIMARY KEY,               -- the order of adding; of the last one, used again
  id       TEXT NOT NULL UNIQUE               -- random
           CHECK (length(id) = 26 AND id NOT GLOB '*[^0-9a-hjkmnp-tv-z]*'),
  category TEXT NOT NULL
           CHECK (category IN ('transparency', 'stability', 'respect', 'company', 'ritual',
                               'commitment', 'contact', 'attention', 'time', 'seen',
                               'affirmation', 'understanding', 'support', 'space', 'other')),
  text     TEXT NOT NULL CHECK (length(CAST(text AS BLOB)) BETWEEN 1 AND 8000),
  trigger  TEXT CHECK (length(CAST(trigger AS BLOB)) BETWEEN 1 AND 800),
                                              -- what makes uneasy; NULL: not said
  step     TEXT CHECK (length(CAST(step AS BLOB)) BETWEEN 1 AND 8000),
                                              -- what one does oneself; NULL: not said
  request  TEXT CHECK (length(CAST(request AS BLOB)) BETWEEN 1 AND 8000),
                                              -- what would help; NULL: not said
  added    INTEGER NOT NULL,                  -- seconds UTC
  changed  INTEGER                            -- seconds UTC; NULL: as first written
) STRICT;

-- Notes to oneself about one moment. At least one text; NULL: that question was passed over.
CREATE TABLE reflection (
  number     INTEGER PRIMARY KEY,             -- the order of adding; of the last one, used again
  id         TEXT NOT NULL UNIQUE             -- random
             CHECK (length(id) = 26 AND id NOT GLOB '*[^0-9a-hjkmnp-tv-z]*'),
  at         INTEGER NOT NULL,                -- seconds UTC
  happened   TEXT CHECK (length(CAST(happened AS BLOB)) BETWEEN 1 AND 8000),
  felt       TEXT CHECK (length(CAST(felt AS BLOB)) BETWEEN 1 AND 8000),
  feared     TEXT CHECK (length(CAST(feared AS BLOB)) BETWEEN 1 AND 8000),
  known_from TEXT CHECK (length(CAST(known_from AS BLOB)) BETWEEN 1 AND 8000),
  did        TEXT CHECK (length(CAST(did AS BLOB)) BETWEEN 1 AND 8000),
  trigger    TEXT CHECK (length(CAST(trigger AS BLOB)) BETWEEN 1 AND 800),
  CHECK (coalesce(happened, felt, feared, known_from, did, trigger) IS NOT NULL)
) STRICT;

-- One's own answers to three questions, one row a day at most.
CREATE TABLE rating (
  day      INTEGER PRIMARY KEY,               -- a civil day, days since 1970-01-01
  seen     INTEGER NOT NULL CHECK (seen BETWEEN 0 AND 10),
  speaking INTEGER NOT NULL CHECK (speaking BETWEEN 0 AND 10),
  mending  INTEGER NOT NULL CHECK (mending BETWEEN 0 AND 10)
) STRICT;

-- What one can hold on to: one row, or none where nothing is said.
CREATE TABLE footing (
  one      INTEGER PRIMARY KEY CHECK (one = 1),
  sentence TEXT CHECK (length(CAST(sentence AS BLOB)) BETWEEN 1 AND 8000),
                                              -- to oneself; NULL: not said
  step     TEXT CHECK (length(CAST(step AS BLOB)) BETWEEN 1 AND 8000),
                                              -- what one does first; NULL: not said
  people   TEXT CHECK (length(CAST(people AS BLOB)) BETWEEN 1 AND 8000),
                                              -- whom one can turn to; NULL: not said
  CHECK (coalesce(sentence, step, people) IS NOT NULL)
) STRICT;

-- What this partner set otherwise than it is by itself. No row: as it is by itself.
CREATE TABLE setting (
  name  TEXT PRIMARY KEY CHECK (name IN ('hints')),
  is_on INTEGER NOT NULL CHECK (is_on IN (0, 1))
) STRICT, WITHOUT ROWID;
