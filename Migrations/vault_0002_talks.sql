-- What the partner prepared for a talk and has not opened yet, a text each. It leaves the vault when
-- both open theirs.
CREATE TABLE prepared (
  talk TEXT NOT NULL CHECK (talk IN ('check-in', 'repair')),
  part TEXT NOT NULL CHECK (part IN ('thanks-1', 'thanks-2', 'thanks-3', 'issue', 'request',
                                     'felt', 'saw', 'touched', 'part', 'next')),
  text TEXT NOT NULL CHECK (length(CAST(text AS BLOB)) BETWEEN 1 AND 4000),
  PRIMARY KEY (talk, part)
) STRICT, WITHOUT ROWID;
