import Fixtures
import Testing

@testable import SQLite

struct TransactionTests {
  let folder: TemporaryFolder
  let database: Database

  init() throws {
    folder = try TemporaryFolder()
    database = try Database(path: folder.file(), access: .create)
    try database.harden()
    try database.script(
      """
      CREATE TABLE q (id INTEGER PRIMARY KEY) STRICT;
      CREATE TABLE t (
        v INTEGER PRIMARY KEY,
        q INTEGER REFERENCES q (id) DEFERRABLE INITIALLY DEFERRED
      ) STRICT;
      """)
  }

  private var count: Int {
    get throws { try database.value("SELECT count(*) FROM t") ?? -1 }
  }

  struct Stop: Error {}

  @Test(arguments: [TransactionKind.deferred, .immediate])
  func `what the body did is kept, and its result returned`(kind: TransactionKind) throws {
    #expect(!database.isInTransaction)
    let result = try database.transaction(kind) {
      try database.run("INSERT INTO t (v) VALUES (1)")
      #expect(database.isInTransaction)
      return "done"
    }
    #expect(result == "done")
    #expect(!database.isInTransaction)
    #expect(try Database(path: folder.file(), access: .readOnly).value("SELECT v FROM t") == 1)
  }

  @Test func `a body that throws leaves nothing`() throws {
    #expect(throws: Stop.self) {
      try database.transaction(.immediate) {
        try database.run("INSERT INTO t (v) VALUES (1)")
        throw Stop()
      }
    }
    #expect(!database.isInTransaction)
    #expect(try count == 0)
  }

  @Test func `a statement that fails in the body says that nothing was kept`() throws {
    let error = refusal {
      try database.transaction(.immediate) {
        try database.run("INSERT INTO t (v) VALUES (1)")
        try database.run("INSERT INTO t (v) VALUES (1)")
      }
    }
    #expect(error?.code == .constraintPrimaryKey)
    #expect(error?.stage == .step)
    #expect(error?.rolledBack == true)
    #expect(try count == 0)
  }

  @Test func `a transaction inside another is refused, and the outer one goes on`() throws {
    try database.transaction(.immediate) {
      try database.run("INSERT INTO t (v) VALUES (1)")
      let error = refusal {
        try database.transaction(.deferred) { try database.run("INSERT INTO t (v) VALUES (2)") }
      }
      #expect(error?.code == .misuse)
      #expect(error?.stage == .begin)
    }
    #expect(try database.values("SELECT v FROM t") == [1])
  }

  @Test func `a commit that fails keeps nothing and says so`() throws {
    let error = refusal {
      try database.transaction(.immediate) {
        try database.run("INSERT INTO t VALUES (1, 99)")
      }
    }
    #expect(error?.code == .constraintForeignKey)
    #expect(error?.stage == .commit)
    #expect(error?.rolledBack == true)
    #expect(!database.isInTransaction)
    #expect(try count == 0)
    try database.transaction(.immediate) { try database.run("INSERT INTO t (v) VALUES (2)") }
    #expect(try count == 1)
  }

  @Test func `a commit that a reader holds up keeps nothing and says so`() throws {
    let reader = try Database(path: folder.file(), access: .readOnly)
    let writer = try Database(path: folder.file(), access: .readWrite, busyTimeout: 0)
    try database.run("INSERT INTO q VALUES (1)")
    try reader.each("SELECT id FROM q") { _ in
      let error = refusal {
        try writer.transaction(.immediate) { try writer.run("INSERT INTO t (v) VALUES (1)") }
      }
      #expect(error?.code == .busy)
      #expect(error?.stage == .commit)
      #expect(error?.rolledBack == true)
      #expect(!writer.isInTransaction)
    }
    #expect(try count == 0)
  }

  @Test func `after the transaction was lost nothing more is written`() throws {
    let error = refusal {
      try database.transaction(.immediate) {
        try database.run("INSERT INTO t (v) VALUES (1)")
        // As SQLite does by itself on a full disk.
        try database.run("ROLLBACK")
        try database.run("INSERT INTO t (v) VALUES (2)")
      }
    }
    #expect(error?.code == .abortRollback)
    #expect(error?.rolledBack == false)
    #expect(try count == 0)
  }

  @Test func `a full database ends the transaction, and nothing is kept`() throws {
    try database.script("CREATE TABLE big (v BLOB); PRAGMA max_page_count = 20")
    let error = refusal {
      try database.transaction(.immediate) {
        try database.run("INSERT INTO t (v) VALUES (1)")
        try database.run("INSERT INTO big VALUES (\([UInt8](repeating: 1, count: 500_000)))")
      }
    }
    #expect(error?.code == .full)
    #expect(error?.rolledBack == true)
    #expect(try count == 0)
  }

  @Test func `a transaction whose end the body hides is uncertain`() throws {
    let error = refusal {
      try database.transaction(.immediate) {
        try database.run("INSERT INTO t (v) VALUES (1)")
        try database.run("ROLLBACK")
      }
    }
    #expect(error?.stage == .commit)
    #expect(error?.rolledBack == false)
    try database.transaction(.immediate) { try database.run("INSERT INTO t (v) VALUES (2)") }
    #expect(try database.values("SELECT v FROM t") == [2])
  }

  @Test func `an uncertain commit of another database stays uncertain`() throws {
    let uncertain = SQLiteError(code: .ioErrorDelete, stage: .commit, rolledBack: false)
    let error = refusal { try database.transaction(.immediate) { throw uncertain } }
    #expect(error == uncertain)
    #expect(error?.description.contains("may have been kept") == true)
  }

  @Test func `RETURNING does not hide that its write failed at the end`() throws {
    for read in [
      { _ = try database.value("INSERT INTO t VALUES (1, 99) RETURNING v", as: Int.self) },
      { _ = try database.first("INSERT INTO t VALUES (1, 99) RETURNING v") { $0.columnCount } },
    ] as [() throws -> Void] {
      #expect(refusal(read)?.code == .constraintForeignKey)
    }
    #expect(try count == 0)
  }

  @Test func `a body may read while rows of its own are open`() throws {
    try database.run("INSERT INTO q VALUES (1), (2)")
    try database.each("SELECT id FROM q") { row in
      let id = try row.value(0) as Int
      try database.transaction(.immediate) {
        try database.run("INSERT INTO t VALUES (\(id), \(id))")
      }
    }
    #expect(try count == 2)
  }
}
