-- A first yes to a text that touches what only one can decide about. It counts once the same partner
-- said it again, on another day; what they say then, or instead, is in `stance`.
CREATE TABLE first_yes (
  agreement TEXT NOT NULL,
  revision  TEXT NOT NULL,                    -- may arrive before its text, and waits
  partner   TEXT NOT NULL,
  at        INTEGER NOT NULL,                 -- seconds UTC; the earliest
  PRIMARY KEY (agreement, revision, partner)
) STRICT, WITHOUT ROWID;
