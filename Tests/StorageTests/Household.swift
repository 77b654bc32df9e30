import Agreements
import Files
import Fixtures
import Journal
import SQLite
import Storage
import SystemPackage

/// Anna and Bo, one computer, one store in a temporary folder.
final class Household {
  static let start = Instant(seconds: 1_767_225_600)  // 2026-01-01

  let temporary: TemporaryFolder
  let folder: Folder
  private(set) var store: Store
  let anna: Writer
  let bo: Writer

  init() throws {
    temporary = try TemporaryFolder()
    folder = Folder(temporary.path.appending("store"))
    store = try Household.create(in: folder)
    anna = Writer(partner: store.pair.first, key: try Household.annasKey)
    bo = Writer(partner: store.pair.second, key: try Household.bosKey)
  }

  static var annasKey: SigningKey {
    get throws { try SigningKey(seed: [UInt8](repeating: 0xa, count: 32)) }
  }

  static var bosKey: SigningKey {
    get throws { try SigningKey(seed: [UInt8](repeating: 0xb, count: 32)) }
  }

  static func create(in folder: Folder, saveKeys: () throws -> Void = {}) throws -> Store {
    try Store.create(
      in: folder,
      founders: [
        Store.Founder(name: try Partner.Name("Anna"), key: try annasKey, recipient: "age1anna"),
        Store.Founder(name: try Partner.Name("小波"), key: try bosKey, recipient: "age1bo"),
      ], at: start, saveKeys: saveKeys)
  }

  /// One act, so many days after the beginning.
  @discardableResult
  func act<Result>(
    _ writer: Writer, day: Double = 0, _ body: (Pen) throws -> Result
  ) throws -> Result {
    try store.write(as: writer, at: Self.day(day), in: .utc, body)
  }

  /// A text that both agreed on, on day 0.
  @discardableResult
  func agree(_ wording: Wording) throws -> Outcome {
    let proposed = try act(anna) { try $0.propose(wording) }
    return try act(bo) { try $0.accept(proposed.revision, on: proposed.agreement.id) }
  }

  func reopen() throws {
    store.close()
    store = try Store.writing(folder)
  }

  var file: FilePath { folder.path.appending("accord.db") }

  /// A plain connection to the store's file, past everything that guards it.
  func raw(_ path: FilePath? = nil) throws -> Database {
    try Database(path: (path ?? file).string, access: .readWrite)
  }

  static func day(_ day: Double) -> Instant {
    start.advanced(by: Int64(day * Double(Instant.day)))
  }
}

extension Wording {
  init(_ title: String, promise: Promise = .both, reason: String? = nil) throws {
    self.init(
      title: try Title(title), terms: .coolDown(CoolDown(length: .usual)), promise: promise,
      reason: try reason.map { text throws(WordProblem) in try Note(text) })
  }

  func with(reason: String) throws -> Wording {
    var other = self
    other.reason = try Note(reason)
    return other
  }
}

extension Outcome {
  var id: Agreement.ID { agreement.id }
}

extension Store {
  func status(_ id: Agreement.ID, day: Double = 0) throws -> Status? {
    try agreement(id)?.status(at: Household.day(day))
  }
}
