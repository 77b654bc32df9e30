import Testing

/// Golden transcripts: what people type and see, word for word.
struct TranscriptTests {
  static let now = "2026-11-21T12:00:00+08:00"

  @Test(arguments: Transcript.names)
  func `the program says what the transcript says`(name: String) async throws {
    let sandbox = try Sandbox()
    var program = try Program.accord(in: sandbox, now: Self.now)
    // Nothing is set up on the machine of the tests, and no desktop of it shows anything.
    for other in ["systemctl", "notify-send", "launchctl", "osascript"] {
      _ = try StandIn(other, in: sandbox)
    }
    program.environment["PATH"] =
      "\(StandIn.folder(in: sandbox)):\(program.environment["PATH"] ?? "")"
    if name.hasSuffix(".zh") { program.environment["LANG"] = "zh_CN.UTF-8" }
    let complaint = try await TranscriptPlayer(program).complaint(about: name)
    #expect(complaint == nil, "\(complaint ?? "")")
  }
}
