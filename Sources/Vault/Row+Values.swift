import Agreements
import SQLite

extension Row {
  /// A text within its limit; nothing else is taken.
  func words<Limit>(_ column: Int) throws(SQLiteError) -> Words<Limit> {
    let text: String = try value(column)
    do throws(WordProblem) { return try Words(text) } catch { throw mismatch(column) }
  }

  /// A text within its limit, or nil for NULL.
  func optionalWords<Limit>(_ column: Int) throws(SQLiteError) -> Words<Limit>? {
    try value(column, as: Value.self) == .null ? nil : words(column)
  }

  func instant(_ column: Int) throws(SQLiteError) -> Instant {
    Instant(seconds: try value(column))
  }

  func grade(_ column: Int) throws(SQLiteError) -> Grade {
    guard let grade = Grade(try value(column)) else { throw mismatch(column) }
    return grade
  }
}

extension Identifier {
  /// A new name that tells nothing: 128 random bits in Crockford's alphabet, as the journal writes
  /// its hashes.
  static func random() -> Identifier {
    let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
    let bits = UInt128.random(in: .min ... .max)
    // 25 times five bits, and the last three.
    let digits = stride(from: 123, through: 3, by: -5).map { bits >> $0 } + [bits << 2]
    return Identifier(String(decoding: digits.map { alphabet[Int($0 & 31)] }, as: UTF8.self))
  }
}
