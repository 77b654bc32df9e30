import Testing

@testable import SQLite

struct ValueTests {
  let database: Database

  init() throws {
    database = try Database.inMemory()
    try database.script("CREATE TABLE t (v)")
  }

  @Test(arguments: [
    Value.null, .integer(.max), .integer(.min), .integer(0), .real(-0.5), .real(.infinity),
    .real(.leastNonzeroMagnitude), .text(""), .text("a\u{0}b"), .text("\u{0}"), .text("👩‍❤️‍👩"),
    .text("e\u{301}"), .text("é"), .text("不要在吵架时做决定"),
    .text(String(repeating: "長", count: 10_000)), .blob([]), .blob([0]), .blob([0xff, 0, 0xfe]),
    .blob([UInt8](repeating: 7, count: 100_000)),
  ])
  func `a value comes back as it went in`(value: Value) throws {
    try database.run("INSERT INTO t VALUES (\(value))")
    let back = try #require(try database.value("SELECT v FROM t", as: Value.self))
    #expect(back == value)
    if case .text(let before) = value, case .text(let after) = back {
      #expect(Array(before.utf8) == Array(after.utf8))
    }
  }

  @Test func `what is stored has the kind that was bound`() throws {
    try database.run(
      "INSERT INTO t VALUES (\("")), (\([UInt8]())), (\(true)), (\(1.0)), (\(nil as Int?)), (\("1"))"
    )
    let kinds: [String] = try database.values("SELECT typeof(v) FROM t ORDER BY rowid")
    #expect(kinds == ["text", "blob", "integer", "real", "null", "text"])
  }

  @Test func `a length counts what follows a NUL`() throws {
    let length = try database.value("SELECT length(CAST(\("a\u{0}bc") AS BLOB))", as: Int.self)
    #expect(length == 4)
  }

  @Test(arguments: [Int64.min, -1, 0, 1, .max])
  func `integers are 64 bits wide`(value: Int64) throws {
    #expect(try database.value("SELECT \(value)") == value)
    #expect(try database.value("SELECT \(Int(value))") == Int(value))
  }

  @Test func `a number that is none is not bound as NULL`() throws {
    let error = refusal { try database.run("INSERT INTO t VALUES (\(Double.nan))") }
    #expect(error?.stage == .bind)
    #expect(error?.code == .mismatch)
    #expect(try database.value("SELECT count(*) FROM t") == 0)
  }

  enum Kind: String, CaseIterable, Sendable {
    case string, int, int64, bool, double, bytes

    func read(_ row: borrowing Row) throws {
      switch self {
      case .string: _ = try row.value(0) as String
      case .int: _ = try row.value(0) as Int
      case .int64: _ = try row.value(0) as Int64
      case .bool: _ = try row.value(0) as Bool
      case .double: _ = try row.value(0) as Double
      case .bytes: _ = try row.value(0) as [UInt8]
      }
    }

    func readOptional(_ row: borrowing Row) throws {
      switch self {
      case .string: _ = try row.value(0) as String?
      case .int: _ = try row.value(0) as Int?
      case .int64: _ = try row.value(0) as Int64?
      case .bool: _ = try row.value(0) as Bool?
      case .double: _ = try row.value(0) as Double?
      case .bytes: _ = try row.value(0) as [UInt8]?
      }
    }
  }

  static let stored: [(Value, Set<Kind>)] = [
    (.null, []),
    (.integer(12), [.int, .int64]),
    (.integer(1), [.int, .int64, .bool]),
    (.integer(0), [.int, .int64, .bool]),
    (.integer(-1), [.int, .int64]),
    (.real(1), [.double]),
    (.text("12"), [.string]),
    (.text("1"), [.string]),
    (.text(""), [.string]),
    (.blob([0x31]), [.bytes]),
    (.blob([]), [.bytes]),
  ]

  @Test(arguments: stored, Kind.allCases)
  func `reading never coerces`(stored: (Value, Set<Kind>), kind: Kind) throws {
    try database.run("INSERT INTO t VALUES (\(stored.0))")
    let error = refusal { _ = try database.first("SELECT v FROM t") { try kind.read($0) } }
    if stored.1.contains(kind) {
      #expect(error == nil)
    } else {
      #expect(error?.stage == .decode)
      #expect(error?.code == .mismatch)
      #expect(error?.detail == "column v")
    }
    let optional = refusal {
      _ = try database.first("SELECT v FROM t") { try kind.readOptional($0) }
    }
    #expect((optional == nil) == (stored.0 == .null || stored.1.contains(kind)))
  }

  @Test func `NULL is nil`() throws {
    let rows = try database.all("SELECT NULL, 5") {
      try ($0.value(0) as Int?, $0.value(1) as Int?)
    }
    #expect(rows.count == 1)
    #expect(rows[0] == (nil, 5))
  }

  @Test(arguments: ["ff", "c0af", "eda080", "61e282", "f4908080"])
  func `text that is not UTF-8 is refused`(hex: String) throws {
    try database.script("INSERT INTO t VALUES (CAST(x'\(hex)' AS TEXT))")
    for read in [Kind.string.read, Kind.string.readOptional] {
      let error = refusal {
        _ = try database.first("SELECT v FROM t") { row in try read(row) }
      }
      #expect(error?.code == .mismatch)
      #expect(error?.stage == .decode)
    }
    #expect(refusal { _ = try database.value("SELECT v FROM t", as: Value.self) } != nil)
  }

  @Test(arguments: [-1, 1, 9])
  func `a column that is not there is refused`(column: Int) throws {
    let error = refusal { _ = try database.all("SELECT 1") { try $0.value(column) as Int? } }
    #expect(error?.code == .range)
    #expect(error?.stage == .decode)
  }

  @Test func `columns have names and a count`() throws {
    try database.each("SELECT 1 AS one, 2 AS 二") { row in
      #expect(row.columnCount == 2)
      #expect(row.columnName(0) == "one")
      #expect(row.columnName(1) == "二")
      #expect(row.columnName(2) == nil)
    }
  }

  enum Mood: String, Bindable, Readable { case calm, tense }

  @Test func `a closed set is stored by its raw value and read strictly`() throws {
    try database.run("INSERT INTO t VALUES (\(Mood.calm))")
    #expect(try database.value("SELECT v FROM t") == "calm")
    #expect(try database.value("SELECT v FROM t") == Mood.calm)
    try database.run("UPDATE t SET v = \("furious")")
    let error = refusal { _ = try database.value("SELECT v FROM t", as: Mood.self) }
    #expect(error?.code == .mismatch)
  }
}
