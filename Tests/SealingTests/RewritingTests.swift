import Files
import Fixtures
import Foundation
import SystemPackage
import Testing

@testable import Sealing

/// An opened key file is written again, with the memory it now has.
struct RewritingTests {
  let temporary: TemporaryFolder
  let keys = SuccessorKeyFileTests.keys(0)
  let start: KeyFile
  var folder: Folder { temporary.folder }
  var file: FilePath { temporary.path.appending("\(keys.fingerprint).key") }

  init() throws {
    temporary = try TemporaryFolder()
    start = KeyFile(
      keys: keys, earlier: [SuccessorKeyFileTests.keys(1)],
      memory: SuccessorKeyFileTests.memory(nil, nil))
  }

  private func bytes() throws -> [UInt8] { try PrivateFile.read(file, atMost: KeyFile.limit) }

  private func load(_ word: String? = "first") throws(KeyFileError) -> KeyFile {
    try KeyFile.load(
      from: folder, fingerprint: keys.fingerprint, passphrase: word.map { passphrase($0) })
  }

  private func open() throws -> OpenedKeyFile {
    try OpenedKeyFile(
      in: folder, fingerprint: keys.fingerprint, passphrase: passphrase("first"))
  }

  private func advance(_ file: inout KeyFile) {
    let counter = (file.memory?.vault?.counter ?? 0) + 1
    file.memory?.vault = VaultMark(counter: counter, device: keys.fingerprint)
  }

  @Test func `what is rewritten opens with the same password, and holds the new memory`() throws {
    try start.create(in: folder, passphrase: passphrase("first"), work: 2)
    var opened = try open()
    #expect(opened.isSealed)
    #expect(opened.content == start)
    try opened.rewrite(advance)
    try opened.rewrite(advance)
    #expect(opened.content.memory?.vault?.counter == 2)
    #expect(try load() == opened.content)
    #expect(throws: KeyFileError.wrongPassphrase) { try load("second") }
    #expect(throws: KeyFileError.locked) { try load(nil) }
    #expect(try Stat(file).permissions == [.ownerRead, .ownerWrite])
    #expect(try folder.entries().count == 1)
  }

  @Test func `the header stays, the nonce is fresh, and all of the content is sealed anew`() throws
  {
    var opened = try start.create(in: folder, passphrase: passphrase("first"), work: 2)
    let before = try bytes()
    let size = try Header(of: before).size
    var nonces: Set<[UInt8]> = []
    var contents: Set<[UInt8]> = []
    for _ in 0..<20 {
      try opened.rewrite(advance)
      let after = try bytes()
      #expect(after.prefix(size) == before.prefix(size))
      nonces.insert(Array(after[size..<(size + 16)]))
      // The memory stands at the end: with the same key stream, these would be the same.
      contents.insert(Array(after[(size + 16)..<(size + 80)]))
    }
    #expect(nonces.count == 20 && contents.count == 20)
    #expect(!nonces.contains(Array(before[size..<(size + 16)])))
  }

  @Test func `what makes no difference writes nothing`() throws {
    var opened = try start.create(in: folder, passphrase: passphrase("first"), work: 2)
    let before = try bytes()
    try opened.rewrite { _ in }
    try opened.rewrite { $0.memory = start.memory }
    #expect(try bytes() == before)
  }

  @Test func `of two who opened it, none undoes what the other wrote`() throws {
    var one = try start.create(in: folder, passphrase: passphrase("first"), work: 2)
    var other = try open()
    try one.rewrite(advance)
    try other.rewrite {
      $0.memory?.head = KeyFile.Head(sequence: 3, id: SuccessorKeyFileTests.founders[1])
    }
    try one.rewrite(advance)
    let memory = try load().memory
    #expect(memory?.vault?.counter == 2)
    #expect(memory?.head?.sequence == 3)
  }

  @Test func `a file without a password is rewritten without one`() throws {
    var opened = try start.create(in: folder, passphrase: nil)
    #expect(!opened.isSealed)
    try opened.rewrite(advance)
    #expect(try load(nil) == opened.content)
  }

  // MARK: What is refused

  @Test func `another file in its place is never undone`() throws {
    var opened = try start.create(in: folder, passphrase: passphrase("first"), work: 2)
    // The same password: but another file key.
    for word in ["second", "first", nil] {
      try start.replace(in: folder, passphrase: word.map { passphrase($0) }, work: 2)
      let before = try bytes()
      #expect(throws: KeyFileError.replaced) { try opened.rewrite(advance) }
      #expect(try bytes() == before)
    }
    #expect(opened.content == start)
    var plain = try OpenedKeyFile(in: folder, fingerprint: keys.fingerprint)
    try start.replace(in: folder, passphrase: passphrase("first"), work: 2)
    #expect(throws: KeyFileError.replaced) { try plain.rewrite(advance) }
    #expect(unlink(file.string) == 0)
    #expect(throws: KeyFileError.missing) { try opened.rewrite(advance) }
  }

  @Test func `other keys are never put into the file`() throws {
    var opened = try start.create(in: folder, passphrase: passphrase("first"), work: 2)
    let before = try bytes()
    let other = SuccessorKeyFileTests.keys(5)
    #expect(throws: KeyFileError.otherDevice(fingerprint: other.fingerprint)) {
      try opened.rewrite { $0 = KeyFile(keys: other) }
    }
    #expect(try bytes() == before)
  }

  @Test func `a damaged file stays as it is`() throws {
    var opened = try start.create(in: folder, passphrase: passphrase("first"), work: 2)
    var changed = try bytes()
    changed[changed.count - 1] ^= 1
    try PrivateFile.write(changed, to: file)
    #expect(throws: KeyFileError.damaged) { try opened.rewrite(advance) }
    #expect(try bytes() == changed)
  }

  @Test func `no changed byte of a sealed file passes, opened again or rewritten`() throws {
    var opened = try start.create(in: folder, passphrase: passphrase("first"), work: 2)
    let whole = try bytes()
    for place in whole.indices {
      var changed = whole
      changed[place] ^= 1 << UInt8(place % 8)
      let descriptor = try FileDescriptor.open(file, .writeOnly)
      try descriptor.closeAfter { _ = try descriptor.writeAll(changed) }
      #expect(throws: KeyFileError.self, "byte \(place)") { try load() }
      #expect(throws: KeyFileError.self, "byte \(place)") { try opened.rewrite(advance) }
    }
    try PrivateFile.write(whole, to: file)
    #expect(try load() == start)
  }

  @Test func `what a killed writer left is removed`() throws {
    var opened = try start.create(in: folder, passphrase: passphrase("first"), work: 2)
    let left = ".\(keys.fingerprint).key.1f.tmp"
    try PrivateFile.write([1], to: temporary.path.appending(left))
    try opened.rewrite(advance)
    #expect(try folder.entries() == ["\(keys.fingerprint).key"])
  }

  @Test func `printing an opened file shows no secret`() throws {
    let opened = try start.create(in: folder, passphrase: passphrase("first"), work: 2)
    var dumped = ""
    dump(opened, to: &dumped)
    for text in ["\(opened)", String(reflecting: opened), dumped] {
      #expect(text.contains(keys.fingerprint) && text.count < 120)
    }
  }

  @Test(
    .enabled(if: AgeAtTerminal.isPossible, "no setsid, which keeps age from our terminal"))
  func `age opens a file that was rewritten`() throws {
    let word = "correct horse 口令"
    var opened = try start.create(in: folder, passphrase: passphrase(word), work: 10)
    for _ in 0..<3 { try opened.rewrite(advance) }
    let plain = temporary.path.appending("opened")
    try AgeAtTerminal.run(["-d", "-o", plain.string, file.string], typing: [word])
    #expect(try PrivateFile.read(plain, atMost: KeyFile.limit) == opened.content.withText { $0 })
  }
}
