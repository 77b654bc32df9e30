import Foundation
import SystemPackage
import Testing

@testable import accord

@Suite struct OutputTests {
  init() {
    Output.surviveClosedPipes()
  }

  @Test func `everything arrives, however slowly it is read`() throws {
    let pipe = try FileDescriptor.pipe()
    // Non-blocking, and many times what a pipe holds.
    #expect(fcntl(pipe.writeEnd.rawValue, F_SETFL, O_NONBLOCK) == 0)
    let text = String(repeating: "慢慢来\n", count: 100_000)
    let writeEnd = pipe.writeEnd
    Thread.detachNewThread {
      var output = Output(to: writeEnd)
      output.write(text)
      #expect(throws: Never.self) { try output.flush() }
      try? writeEnd.close()
    }
    #expect(try Data(readingAll: pipe.readEnd) == Data(text.utf8))
  }

  @Test func `lines end with a line feed and are sent once`() throws {
    let pipe = try FileDescriptor.pipe()
    var output = Output(to: pipe.writeEnd)
    output.line("one")
    output.line()
    output.write("two")
    try output.flush()
    try output.flush()
    try pipe.writeEnd.close()
    #expect(try Data(readingAll: pipe.readEnd) == Data("one\n\ntwo".utf8))
  }

  @Test func `a reader who left is no fault`() throws {
    let pipe = try FileDescriptor.pipe()
    try pipe.readEnd.close()
    var output = Output(to: pipe.writeEnd)
    output.line("anyone?")
    #expect(throws: OutputError.closed) { try output.flush() }
    try pipe.writeEnd.close()
    #expect(OutputError.closed.exitStatus == 0)
    #expect(OutputError.closed.sentence == nil)
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func `a full disk is told`() throws {
    let full = try FileDescriptor.open("/dev/full", .writeOnly)
    defer { try? full.close() }
    var output = Output(to: full)
    output.line("x")
    let error = #expect(throws: OutputError.self) { try output.flush() }
    #expect(error == .failed(.noSpace))
    #expect(error?.exitStatus == 74)
    #expect(error?.sentence != nil)
  }
}

extension Data {
  /// Reads to the end, then closes.
  init(readingAll stream: FileDescriptor) throws {
    let handle = FileHandle(fileDescriptor: stream.rawValue, closeOnDealloc: true)
    self = try handle.readToEnd() ?? Data()
  }
}
