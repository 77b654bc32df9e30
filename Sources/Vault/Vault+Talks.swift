package import Agreements
import SQLite

extension Vault {
  /// What the partner prepared for a talk and has not opened; nil where nothing is.
  package func prepared(for talk: Talk) throws -> TalkNotes? {
    try told {
      var texts: [Talk.Part: TalkText] = [:]
      try database.each("SELECT part, text FROM prepared WHERE talk = \(talk.rawValue)") {
        row throws(SQLiteError) in
        guard let part = Talk.Part(rawValue: try row.value(0)), talk.parts.contains(part) else {
          throw row.mismatch(0)
        }
        texts[part] = try row.words(1)
      }
      return texts.isEmpty ? nil : TalkNotes(talk, texts)
    }
  }
}

extension Vault.Pen {
  /// Keeps what was prepared in the place of what was; of empty notes nothing is left.
  package func prepare(_ notes: TalkNotes) throws {
    guard try vault.prepared(for: notes.talk) ?? TalkNotes(notes.talk, [:]) != notes else { return }
    try told {
      try database.run("DELETE FROM prepared WHERE talk = \(notes.talk.rawValue)")
      for (part, text) in notes.texts {
        try database.run(
          """
          INSERT INTO prepared (talk, part, text)
          VALUES (\(notes.talk.rawValue), \(part.rawValue), \(text.text))
          """)
      }
    }
  }
}
