import Fixtures
import Foundation
import Testing

/// What programs and libraries that others wrote make of our calendar: see `Scripts/setup test`.
enum CalendarReader {
  /// Whether they have to be here; where nothing installs them, their tests are passed over.
  static let isExpected: Bool = {
    #if os(Linux)
      true
    #else
      FileManager.default.isExecutableFile(atPath: khal)
    #endif
  }()

  private static let khal = "/usr/bin/khal"
  /// The system's own, which has the libraries that the system brings.
  private static let python = "/usr/bin/python3"

  /// Runs one of the scripts in `Readers`, which has to succeed.
  static func script(
    _ name: String, _ arguments: [String], in sandbox: Sandbox
  ) async throws -> Outcome {
    let script = Checkout.root.appending(path: "Tests/ProgramTests/Calendar/Readers/\(name)").path
    let outcome = try await Program(python, in: sandbox).run([script] + arguments)
    try #require(outcome.status == 0, "see: Scripts/setup test\n\(outcome)")
    return outcome
  }

  /// What khal lists from one day to another, a line each, once it has read the files in turn.
  static func khal(
    readingIn zone: String, _ files: [String], from first: String, through last: String,
    in sandbox: Sandbox
  ) async throws -> [String] {
    let folder = sandbox.path("vdir-\(UUID().uuidString)")
    let cache = sandbox.path("khal-\(UUID().uuidString).db")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    let configuration = try sandbox.write(
      """
      [calendars]
      [[ours]]
      path = \(folder)
      [locale]
      local_timezone = \(zone)
      default_timezone = \(zone)
      timeformat = %H:%M
      dateformat = %Y-%m-%d
      longdateformat = %Y-%m-%d
      datetimeformat = %Y-%m-%d %H:%M
      longdatetimeformat = %Y-%m-%d %H:%M
      [sqlite]
      path = \(cache)

      """, to: "khal.conf")
    let program = Program(khal, in: sandbox)
    for file in files {
      let read = try await program.run(
        ["-c", configuration, "import", "--batch", "-a", "ours", file])
      try #require(read.status == 0, "see: Scripts/setup test\n\(read)")
    }
    let listed = try await program.run([
      "-c", configuration, "list", "--day-format", "", "--format",
      "{start-long} to {end-long}: {title}", first, last,
    ])
    try #require(listed.status == 0, "\(listed)")
    return listed.output.split(separator: "\n").map(String.init)
  }
}
