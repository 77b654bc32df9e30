import Foundation
import Testing

/// The program `age` where it asks for a passphrase: it takes one from a terminal alone.
enum AgeAtTerminal {
  /// Without `setsid` it would ask at the terminal the tests were started from.
  static var isPossible: Bool { FileManager.default.isExecutableFile(atPath: "/usr/bin/setsid") }

  /// Runs it with these lines typed ahead at a terminal of its own.
  static func run(_ arguments: [String], typing lines: [String]) throws {
    var person: Int32 = -1
    var program: Int32 = -1
    try #require(openpty(&person, &program, nil, nil, nil) == 0)
    let keyboard = FileHandle(fileDescriptor: person, closeOnDealloc: true)
    let terminal = FileHandle(fileDescriptor: program, closeOnDealloc: true)
    try keyboard.write(contentsOf: Data(lines.map { $0 + "\n" }.joined().utf8))

    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/setsid")
    process.arguments = ["--wait", "age"] + arguments
    process.standardInput = terminal
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "age failed or is not installed")
  }
}
