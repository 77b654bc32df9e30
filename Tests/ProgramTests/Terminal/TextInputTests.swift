import Foundation
import SystemPackage
import Testing

@testable import accord

@Suite struct TextInputTests {
  private func input(_ bytes: [UInt8]) throws -> FileDescriptor {
    let path = FilePath(NSTemporaryDirectory() + "accord-input-" + UUID().uuidString)
    let file = try FileDescriptor.open(
      path, .readWrite, options: [.create, .exclusiveCreate], permissions: .ownerReadWrite)
    try FileManager.default.removeItem(atPath: path.string)
    _ = try file.writeAll(bytes)
    _ = try file.seek(offset: 0, from: .start)
    return file
  }

  @Test func `lines are read one by one and leave the rest`() throws {
    let file = try input(Array("早\r\n\na\0b\nrest\nof it".utf8))
    defer { try? file.close() }
    let lines = TextInput(from: file)
    #expect(try lines.line() == "早")
    #expect(try lines.line() == "")
    #expect(try lines.line() == "a\0b")
    #expect(try TextInput(from: file).all() == "rest\nof it")
    #expect(try lines.line() == nil)
  }

  @Test(
    arguments: [
      [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xE4, 0xBD], [0xF4, 0x90, 0x80, 0x80], [0x80],
    ] as [[UInt8]])
  func `what is not UTF-8 is refused`(bytes: [UInt8]) throws {
    let file = try input(bytes)
    defer { try? file.close() }
    #expect(throws: TextInputError.notUTF8) { try TextInput(from: file).line() }
    _ = try file.seek(offset: 0, from: .start)
    #expect(throws: TextInputError.notUTF8) { try TextInput(from: file).all() }
  }

  @Test func `64 KiB are read, one byte more is not`() throws {
    let most = Array(repeating: UInt8(ascii: "a"), count: TextInput.limit)
    let fits = try input(most)
    #expect(try TextInput(from: fits).line()?.utf8.count == TextInput.limit)
    _ = try fits.seek(offset: 0, from: .start)
    #expect(try TextInput(from: fits).all().utf8.count == TextInput.limit)
    let exceeds = try input(most + [UInt8(ascii: "a")])
    #expect(throws: TextInputError.tooLong) { try TextInput(from: exceeds).line() }
    _ = try exceeds.seek(offset: 0, from: .start)
    #expect(throws: TextInputError.tooLong) { try TextInput(from: exceeds).all() }
    try fits.close()
    try exceeds.close()
  }

  @Test func `an interruption ends the wait`() throws {
    let input = try FileDescriptor.pipe()
    let interruption = try FileDescriptor.pipe()
    _ = try interruption.writeEnd.writeAll([0])
    #expect(throws: TextInputError.interrupted) {
      try TextInput(from: input.readEnd, interruption: interruption.readEnd).line()
    }
    for end in [input.readEnd, input.writeEnd, interruption.readEnd, interruption.writeEnd] {
      try end.close()
    }
  }

  @Test func `a closed stream is told`() {
    #expect(throws: TextInputError.self) {
      try TextInput(from: FileDescriptor(rawValue: 999)).line()
    }
  }
}
