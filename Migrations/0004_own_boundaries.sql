-- An own boundary takes its owner's word alone. Where one is shown, `promise` names its owner too.
ALTER TABLE agreement ADD COLUMN owner TEXT;  -- whose own boundary; NULL: of both, or erased
