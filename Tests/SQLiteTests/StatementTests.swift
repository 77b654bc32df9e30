import Testing

@testable import SQLite

struct StatementTests {
  let database: Database

  init() throws {
    database = try Database.inMemory()
    try database.script("CREATE TABLE t (n INTEGER PRIMARY KEY, v TEXT); -- and no more")
  }

  static let leftovers: [SQL] = [
    "SELECT 1; SELECT 2", "SELECT 1; x", "SELECT 1;; /* a */ SELECT 2", "SELECT 1; 'open",
    "DELETE FROM t; DELETE FROM t", "SELECT 1; -- a\nSELECT 2",
  ]

  @Test(arguments: leftovers)
  func `nothing may follow the first statement`(sql: SQL) throws {
    try database.run("INSERT INTO t VALUES (1, 'a')")
    let entries: [() throws -> Void] = [
      { try database.run(sql) },
      { _ = try database.all(sql) { try $0.value(0) as Int } },
      { _ = try database.first(sql) { try $0.value(0) as Int } },
      { try database.each(sql) { _ in } },
      { _ = try database.value(sql, as: Int.self) },
      { _ = try database.values(sql) as [Int] },
    ]
    for entry in entries {
      let error = refusal(entry)
      #expect(error?.code == .misuse)
      #expect(error?.stage == .prepare)
    }
    #expect(try database.value("SELECT count(*) FROM t") == 1)
  }

  static let harmless: [SQL] = [
    "SELECT 1;", "SELECT 1 ;; ;", "SELECT 1; -- that is all", "SELECT 1 /* a */; /* b */\n\t",
    "-- first\nSELECT 1",
  ]

  @Test(arguments: harmless)
  func `comments and semicolons may follow`(sql: SQL) throws {
    #expect(try database.value(sql) == 1)
  }

  static let empty: [SQL] = ["", " ", ";", "-- nothing", "/* nothing */;"]

  @Test(arguments: empty)
  func `an empty statement is refused`(sql: SQL) {
    #expect(refusal { try database.run(sql) }?.code == .misuse)
  }

  @Test func `a NUL does not hide what follows it`() {
    let error = refusal { try database.run("SELECT 1 \0; DROP TABLE t") }
    #expect(error?.code == .misuse)
    #expect(refusal { try database.script("SELECT 1; \0 DROP TABLE t") }?.code == .misuse)
  }

  @Test func `a placeholder without a value is refused`() {
    let error = refusal { try database.run("INSERT INTO t VALUES (?, 'a')") }
    #expect(error?.stage == .bind)
    #expect(error?.code == .range)
  }

  @Test func `a script runs all its statements, an empty one none`() throws {
    try database.script("INSERT INTO t VALUES (1, 'a;b'); /* ; */ INSERT INTO t VALUES (2, '')")
    try database.script(" ;; -- nothing")
    #expect(try database.values("SELECT v FROM t ORDER BY n") == ["a;b", ""])
  }

  @Test func `a script stops at the statement that fails, and names it`() throws {
    let error = refusal {
      try database.script("INSERT INTO t VALUES (1, ''); INSERT INTO u VALUES (2); SELECT 3")
    }
    #expect(error?.stage == .prepare)
    #expect(error?.sql == " INSERT INTO u VALUES (2)")
    #expect(error?.detail == "no such table: u")
    #expect(try database.values("SELECT n FROM t") == [1])
  }

  @Test func `a statement that yields no row gives nothing`() throws {
    #expect(try database.first("SELECT n FROM t") { try $0.value(0) as Int } == nil)
    #expect(try database.all("SELECT n FROM t") { try $0.value(0) as Int } == [])
    #expect(try database.value("SELECT n FROM t", as: Int.self) == nil)
  }

  @Test func `the same text inside its own rows starts anew`() throws {
    try database.run("INSERT INTO t VALUES (1, 'a'), (2, 'b'), (3, 'c')")
    var seen: [[Int]] = []
    func rows() throws -> [Int] { try database.values("SELECT n FROM t ORDER BY n") }
    try database.each("SELECT n FROM t ORDER BY n") { row in
      // One statement for both would start over for ever.
      guard seen.count < 3 else { throw Stop() }
      seen.append([try row.value(0)] + (try rows()))
    }
    #expect(seen == [[1, 1, 2, 3], [2, 1, 2, 3], [3, 1, 2, 3]])
  }

  struct Stop: Error {}

  @Test func `a statement is ready again after its body threw`() throws {
    try database.run("INSERT INTO t VALUES (1, 'a'), (2, 'b')")
    let sql: SQL = "SELECT n FROM t ORDER BY n"
    let before = database.statements.count
    #expect(throws: Stop.self) { try database.each(sql) { _ in throw Stop() } }
    #expect(throws: Stop.self) { try database.all(sql) { _ -> Int in throw Stop() } }
    #expect(throws: Stop.self) { try database.first(sql) { _ -> Int in throw Stop() } }
    #expect(refusal { _ = try database.values(sql) as [String] }?.stage == .decode)
    #expect(try database.values(sql) == [1, 2])
    #expect(database.statements.count == before + 1)
    // A statement left on its row would hold its table.
    try database.script("DROP TABLE t")
  }

  @Test func `a statement forgets what was bound to it`() throws {
    try database.run("INSERT INTO t VALUES (\(1), \("a"))")
    let error = refusal { try database.run("INSERT INTO t VALUES (?, ?)") }
    #expect(error?.code == .range)
    #expect(try database.value("SELECT count(*) FROM t") == 1)
  }

  @Test func `the cache is bounded and keeps what is used`() throws {
    for name in (0..<500).map({ "c\($0)" }) {
      _ = try database.value("SELECT 1 AS \(identifier: name)", as: Int.self)
      _ = try database.value("SELECT 'often'", as: String.self)
    }
    #expect(database.statements.count == StatementCache.limit)
    #expect(database.statements.keeps("SELECT 'often'"))
    #expect(database.statements.keeps(#"SELECT 1 AS "c499""#))
    #expect(!database.statements.keeps(#"SELECT 1 AS "c0""#))
  }

  @Test func `a full cache of statements in use still serves`() throws {
    func nest(_ depth: Int) throws -> Int {
      guard depth > 0 else { return 0 }
      var sum = 0
      try database.each("SELECT 1 AS \(identifier: "c\(depth)")") { row in
        sum = try row.value(0) + nest(depth - 1)
      }
      return sum
    }
    #expect(try nest(StatementCache.limit + 20) == StatementCache.limit + 20)
    #expect(database.statements.count == StatementCache.limit)
  }

  @Test func `a kept statement follows a changed schema`() throws {
    try database.run("INSERT INTO t VALUES (1, 'a')")
    func columns() throws -> Int? { try database.first("SELECT * FROM t") { $0.columnCount } }
    #expect(try columns() == 2)
    try database.script("ALTER TABLE t ADD COLUMN w")
    #expect(try columns() == 3)
  }

  @Test func `RETURNING gives what was written`() throws {
    let n = try database.value(
      "INSERT INTO t (v) VALUES (\("a")), (\("b")) RETURNING n", as: Int.self)
    #expect(n == 1)
    #expect(try database.values("SELECT n FROM t ORDER BY n") == [1, 2])
  }

  @Test func `changes counts the last write`() throws {
    try database.run("INSERT INTO t VALUES (1, ''), (2, ''), (3, '')")
    #expect(database.changes == 3)
    try database.run("DELETE FROM t WHERE n > \(1)")
    #expect(database.changes == 2)
  }

  @Test func `a closed database refuses, and closes again`() throws {
    let other = try Database.inMemory()
    other.close()
    other.close()
    #expect(refusal { try other.run("SELECT 1") }?.code == .misuse)
    #expect(refusal { try other.script("SELECT 1") }?.code == .misuse)
    #expect(refusal { _ = try other.serialize() }?.code == .misuse)
    #expect(!other.isInTransaction)
    #expect(other.changes == 0)
  }

  @Test func `closing among the rows ends the statement, not the program`() throws {
    let other = try Database.inMemory()
    var count = 0
    try other.each("SELECT 1 UNION ALL SELECT 2") { _ in
      other.close()
      count += 1
    }
    #expect(count == 2)
  }
}
