import Agreements

/// Takes an object apart, member by member: what is missing, of another kind or left over is an
/// error.
struct Fields {
  private var members: [JSON.Member]

  init(_ json: JSON) {
    members = if case .object(let all) = json { all } else { [] }
  }

  mutating func value(_ key: String) throws(EntryProblem) -> JSON {
    guard let place = place(of: key) else { throw .malformed }
    return members.remove(at: place).value
  }

  mutating func optional<T>(
    _ key: String, _ read: (inout Self) throws(EntryProblem) -> T
  ) throws(EntryProblem) -> T? {
    place(of: key) == nil ? nil : try read(&self)
  }

  /// Whether a member is there and null; if so it is taken.
  mutating func null(_ key: String) throws(EntryProblem) -> Bool {
    guard let place = place(of: key) else { throw .malformed }
    guard members[place].value == .null else { return false }
    members.remove(at: place)
    return true
  }

  /// True where the member is there; it is left out for false.
  mutating func flag(_ key: String) throws(EntryProblem) -> Bool {
    try optional(key) { (fields) throws(EntryProblem) in
      guard try fields.value(key) == .bool(true) else { throw .malformed }
      return true
    } ?? false
  }

  mutating func string(_ key: String) throws(EntryProblem) -> String {
    guard let text = try value(key).string else { throw .malformed }
    return text
  }

  mutating func integer(_ key: String) throws(EntryProblem) -> Int64 {
    guard let number = try value(key).integer else { throw .malformed }
    return number
  }

  mutating func whole(_ key: String) throws(EntryProblem) -> Int {
    guard let number = Int(exactly: try integer(key)) else { throw .malformed }
    return number
  }

  mutating func hex(_ key: String, bytes count: Int) throws(EntryProblem) -> String {
    let text = try string(key)
    guard Hex.bytes(text)?.count == count else { throw .malformed }
    return text
  }

  mutating func instant(_ key: String) throws(EntryProblem) -> Instant {
    let instant = Instant(seconds: try integer(key))
    guard Instant.writable.contains(instant) else { throw .malformed }
    return instant
  }

  mutating func words<Limit>(
    _ key: String, _: Words<Limit>.Type = Words<Limit>.self
  ) throws(EntryProblem) -> Words<Limit> {
    do { return try Words(try string(key)) } catch { throw .malformed }
  }

  mutating func choice<T: RawRepresentable<String>>(
    _ key: String, _: T.Type = T.self
  ) throws(EntryProblem) -> T {
    guard let value = T(rawValue: try string(key)) else { throw .malformed }
    return value
  }

  mutating func id<Owner>(
    _ key: String, _: Owner.Type = Owner.self
  ) throws(EntryProblem) -> Identifier<Owner> {
    Identifier(try Self.checkedName(try string(key)))
  }

  mutating func need(_ key: String) throws(EntryProblem) -> Need.ID {
    Need.ID(try Self.checkedName(try string(key), length: Need.idLength))
  }

  mutating func ids<Owner>(
    _ key: String, _: Owner.Type = Owner.self
  ) throws(EntryProblem) -> [Identifier<Owner>] {
    try names(key, length: 52)
  }

  mutating func needs(_ key: String) throws(EntryProblem) -> [Need.ID] {
    try names(key, length: Need.idLength)
  }

  mutating func pause(_ key: String) throws(EntryProblem) -> Pause.ID {
    Pause.ID(try Self.checkedName(try string(key), length: Pause.idLength))
  }

  mutating func pauses(_ key: String) throws(EntryProblem) -> [Pause.ID] {
    try names(key, length: Pause.idLength)
  }

  private mutating func names<Owner>(
    _ key: String, length: Int
  ) throws(EntryProblem) -> [Identifier<Owner>] {
    guard let values = try value(key).array else { throw .malformed }
    var ids: [Identifier<Owner>] = []
    for value in values {
      guard let text = value.string else { throw .malformed }
      ids.append(Identifier(try Self.checkedName(text, length: length)))
    }
    return ids
  }

  func end() throws(EntryProblem) {
    guard members.isEmpty else { throw .malformed }
  }

  private func place(of key: String) -> Int? { members.firstIndex { $0.key == key } }

  /// The name of an agreement or a text, 52 characters of the alphabet, or of a need.
  private static func checkedName(
    _ text: String, length: Int = 52
  ) throws(EntryProblem) -> String {
    guard text.utf8.count == length, text.utf8.allSatisfy(Base32.isDigit) else {
      throw .malformed
    }
    return text
  }
}

extension Instant {
  /// The years 0001–9999: beyond them there are no days to show, and sums may overflow.
  static let writable = Instant(seconds: -62_135_596_800)...Instant(seconds: 253_402_300_799)
}
