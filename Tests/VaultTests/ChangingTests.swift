import Agreements
import Files
import Fixtures
import Foundation
import SystemPackage
import Testing
import Vault

/// All of a change is kept, or nothing of it.
struct ChangingTests {
  let room: Room

  init() throws {
    room = try Room()
  }

  struct Reconsidered: Error {}

  @Test func `what a body throws keeps the old vault, byte for byte`() throws {
    let id = try room.change { try $0.add(Samples.need("old"), at: .on(day: 0)) }
    let before = try room.sealed()
    #expect(throws: Reconsidered.self) {
      try room.change { pen in
        _ = try pen.remove(id)
        _ = try pen.add(Samples.need("new"), at: .on(day: 1))
        throw Reconsidered()
      }
    }
    #expect(try room.sealed() == before)
    #expect(try room.folder.entries().count == 1)
  }

  @Test func `what changes nothing writes nothing`() throws {
    try room.change { _ in }
    try room.change { try $0.showHints(true) }
    try room.change { try $0.set(Footing()) }
    #expect(try room.folder.entries().isEmpty)
    let need = try Samples.need("the same")
    let id = try room.change { pen in
      try pen.set(Footing(step: Note("a walk")))
      return try pen.add(need, at: .on(day: 0))
    }
    let before = try room.sealed()
    #expect(try room.change { try $0.replace(id, with: need, at: .on(day: 9)) })
    try room.change { try $0.set(Footing(step: Note("a walk"))) }
    #expect(try room.change { try !$0.remove(Need.ID("none")) })
    #expect(try room.sealed() == before)
  }

  @Test func `a change sees what it wrote, and reading sees none of it before the end`() throws {
    try room.change { pen in
      _ = try pen.add(Samples.need("one"), at: .on(day: 0))
      #expect(try pen.vault.needs().count == 1)
      #expect(try room.read().needs().isEmpty)
    }
    #expect(try room.read().needs().count == 1)
  }

  @Test func `a vault is private, new or written again`() throws {
    for _ in 1...2 {
      _ = try room.change { try $0.add(Samples.need("mine"), at: .on(day: 0)) }
      #expect(try room.folder.widerThanPrivate().isEmpty)
    }
  }

  @Test func `a folder that cannot be written is told, and nothing is left in it`() throws {
    chmod(room.folder.path.string, 0o555)
    try withoutPrivileges {
      #expect(throws: VaultError.unwritable(FileError(.open, .permissionDenied))) {
        try room.change { try $0.showHints(false) }
      }
    }
    #expect(try room.folder.entries().isEmpty)
  }

  @Test func `what a killed writer left does not hinder, and goes with the next change`() throws {
    let id = try room.change { try $0.add(Samples.need("one"), at: .on(day: 0)) }
    let name = "\(room.partner.text).vault"
    let strangers = [".\(name).tmp", "\(name).1f.tmp", ".other.vault.1f.tmp"]
    for left in [".\(name).1f.tmp", ".\(name).0.tmp"] + strangers {
      try PrivateFile.write(room.sealed(), to: room.folder.path.appending(left))
    }
    #expect(try room.read().needs().map(\.id) == [id])
    #expect(try room.change { try $0.remove(id) })
    #expect(try room.folder.entries() == (strangers + [name]).sorted())
  }

  @Test func `of many that write at once none loses an item`() throws {
    let room = room
    let results = Results()
    DispatchQueue.concurrentPerform(iterations: 4) { worker in
      for number in 0..<20 {
        results.add("\(worker) \(number)") { text in
          let need = Need(category: .other, text: try Note(text))
          _ = try room.change { try $0.add(need, at: .on(day: number)) }
        }
      }
    }
    #expect(results.problems.isEmpty)
    #expect(results.done.count == 80)
    let kept = try room.read().needs().map(\.need.text.text)
    #expect(kept.sorted() == results.done.sorted())
    for worker in 0..<4 {
      // Each finds what it wrote in the order it wrote it.
      #expect(kept.filter { $0.hasPrefix("\(worker) ") } == (0..<20).map { "\(worker) \($0)" })
    }
    #expect(try room.folder.entries().count == 1)
  }

  /// What several threads did.
  private final class Results: @unchecked Sendable {
    private let lock = NSLock()
    private(set) var done: [String] = []
    private(set) var problems: [any Error] = []

    /// Tries again where a slow machine ran out of patience.
    func add(_ text: String, _ act: (String) throws -> Void) {
      while true {
        do {
          try act(text)
          return lock.withLock { done.append(text) }
        } catch VaultError.busy {
          continue
        } catch {
          return lock.withLock { problems.append(error) }
        }
      }
    }
  }
}
