import Files
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What `Scripts/bench` measures with; no part of what is installed.
@main
enum Main {
  static let usage = """
    accord-bench store FOLDER AGREEMENTS IN-FORCE   makes a store, through the journal
    accord-bench acts FOLDER                        seconds of 10,000 acts, and of the bare work
    accord-bench import FOLDER                      the same of 10,000 entries taken in
    accord-bench peak PROGRAM WORD…                 largest memory of a program, in bytes

    """

  static func main() {
    do {
      try run(CommandLine.arguments.dropFirst())
    } catch {
      tell("accord-bench: \(error)\n")
      exit(1)
    }
  }

  private static func run(_ arguments: ArraySlice<String>) throws {
    let words = Array(arguments)
    switch (words.first, words.count) {
    case ("store", 4):
      guard let count = Int(words[2]), let inForce = Int(words[3]) else { return try misuse() }
      try History(agreements: count, inForce: inForce).write(in: Folder(FilePath(words[1])))
    case ("acts", 2): print(try Contest.acts(in: Folder(FilePath(words[1]))).line)
    case ("import", 2): print(try Contest.taking(in: Folder(FilePath(words[1]))).line)
    case ("peak", 2...): print(try peakMemory(of: Array(words[1...])))
    default: try misuse()
    }
  }

  private static func misuse() throws {
    tell(usage)
    exit(64)
  }

  private static func tell(_ text: String) {
    _ = try? FileDescriptor.standardError.writeAll(text.utf8)
  }
}
