import Foundation
import Testing

@testable import SQLite

struct ErrorTests {
  let database: Database
  static let secret = "what Mei wrote"

  init() throws {
    database = try Database.inMemory()
    try database.script(
      """
      CREATE TABLE t (
        v TEXT UNIQUE CHECK (v <> 'what Mei wrote') CHECK (length(v) < 100),
        n INTEGER NOT NULL DEFAULT 0,
        p INTEGER REFERENCES q (id)
      ) STRICT;
      CREATE TABLE q (id INTEGER PRIMARY KEY) STRICT;
      CREATE TABLE k (a TEXT PRIMARY KEY) STRICT;
      CREATE TRIGGER quiet BEFORE DELETE ON t
        BEGIN SELECT RAISE(ABORT, 'entries stay'); END;
      CREATE VIRTUAL TABLE f USING fts5 (body);
      PRAGMA foreign_keys = ON;
      INSERT INTO t VALUES ('known', 0, NULL);
      INSERT INTO k VALUES ('known');
      """)
  }

  static let failures: [(SQL, ResultCode)] = [
    ("INSERT INTO t (v) VALUES (\("known"))", .constraintUnique),
    ("INSERT INTO t (v) VALUES (\(secret))", .constraintCheck),
    ("INSERT INTO t (v) VALUES (\(String(repeating: secret, count: 10)))", .constraintCheck),
    ("INSERT INTO t (v, n) VALUES ('a', \(nil as Int?))", .constraintNotNull),
    ("INSERT INTO t (v, n) VALUES ('a', \(secret))", .constraintDatatype),
    ("INSERT INTO t (v, p) VALUES (\("secret"), 7)", .constraintForeignKey),
    ("INSERT INTO k VALUES (\("known"))", .constraintPrimaryKey),
    ("DELETE FROM t WHERE v = \("known")", .constraintTrigger),
    ("SELECT body FROM f WHERE f MATCH \("\"" + secret)", .error),
    ("SELECT json(\(secret))", .error),
    ("SELECT abs(\(Int64.min)), \(secret)", .error),
  ]

  @Test(arguments: failures)
  func `a failure has its extended code and shows no value`(failure: (SQL, ResultCode)) {
    let error = refusal { _ = try database.all(failure.0) { $0.columnCount } }
    #expect(error?.code == failure.1)
    #expect(error?.stage == .step)
    #expect(error?.sql == failure.0.text)
    #expect(error?.systemError == 0)
    #expect(error?.rolledBack == nil)
    var dumped = ""
    dump(error, to: &dumped)
    for shown in ["\(String(describing: error))", String(reflecting: error), dumped] {
      #expect(shown.contains(failure.0.text.prefix(6)))
      for words in [Self.secret, "known", "secret"] { #expect(!shown.contains(words)) }
    }
  }

  @Test func `a value of the wrong kind is not shown`() {
    let error = refusal { _ = try database.value("SELECT v FROM t", as: Int.self) }
    #expect(
      error?.description == "sqlite decode: datatype mismatch (20), column v, in: SELECT v FROM t")
  }

  @Test func `a mistake in the statement says what the parser met`() {
    let error = refusal { try database.run("SELECT v FORM t WHERE v = \(Self.secret)") }
    #expect(error?.stage == .prepare)
    #expect(error?.code == .error)
    #expect(error?.detail == #"near "t": syntax error"#)
    #expect(error?.description.contains(Self.secret) == false)
  }

  @Test func `an errno belongs to its own error only`() {
    let missing = refusal { try database.run("ATTACH '/no/such/folder/x.db' AS x") }
    #expect(missing?.code.primary == .cantOpen)
    #expect(missing?.systemError == ENOENT)
    let later = refusal { try database.run("INSERT INTO k VALUES ('known')") }
    #expect(later?.code == .constraintPrimaryKey)
    #expect(later?.systemError == 0)
  }

  @Test func `a code knows its family`() {
    #expect(ResultCode.constraintUnique.rawValue == 2067)
    #expect(ResultCode.readOnlyRollback.rawValue == 776)
    #expect(ResultCode.ioErrorFsync.rawValue == 1034)
    #expect(ResultCode.constraintUnique.primary == .constraint)
    #expect(ResultCode.ioErrorDelete.primary == .ioError)
    #expect(ResultCode.busy.primary == .busy)
  }

  @Test func `a value longer than SQLite takes is refused`() {
    let error = refusal { try database.run("SELECT zeroblob(\(3_000_000_000))") }
    #expect(error?.code == .tooBig)
    #expect(error?.stage == .step)
  }
}
