import Testing

@testable import SQLite

struct SQLTests {
  @Test func `interpolation binds`() {
    let name = "'; DROP TABLE t; --"
    let sql: SQL = "SELECT \(1), \(name) WHERE \(nil as String?) IS \(true)"
    #expect(sql.text == "SELECT ?, ? WHERE ? IS ?")
    #expect(sql.values == [.integer(1), .text(name), .null, .integer(1)])
  }

  @Test func `what looks like SQL stays a value`() throws {
    let database = try Database.inMemory()
    try database.script("CREATE TABLE t (v TEXT)")
    let hostile = "'; DROP TABLE t; --"
    try database.run("INSERT INTO t VALUES (\(hostile))")
    #expect(try database.values("SELECT v FROM t WHERE v = \(hostile)") == [hostile])
  }

  @Test(arguments: ["t", "a b", "a\"b", "\"", "\"\"; DROP TABLE x; --", "爱", "e\u{301}\""])
  func `an identifier is quoted`(name: String) throws {
    let database = try Database.inMemory()
    try database.run("CREATE TABLE \(identifier: name) (v)")
    #expect(try database.values("SELECT name FROM sqlite_schema") == [name])
  }

  @Test func `an identifier doubles its quotes`() {
    let sql: SQL = "SELECT \(identifier: #"a"b"#)"
    #expect(sql.text == #"SELECT "a""b""#)
  }

  @Test func `a part brings its values in their place`() {
    let condition: SQL = "b = \(2)"
    let sql: SQL = "SELECT \(1) WHERE \(sql: condition) AND c = \(3)"
    #expect(sql.text == "SELECT ? WHERE b = ? AND c = ?")
    #expect(sql.values == [.integer(1), .integer(2), .integer(3)])
  }

  @Test func `printing a statement does not print its values`() {
    let sql: SQL = "SELECT \("a secret")"
    #expect("\(sql)" == "SELECT ?")
  }
}
