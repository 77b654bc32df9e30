import Testing

/// Golden transcripts: what people type and see, word for word.
struct TranscriptTests {
  static let now = "2026-11-21T12:00:00+08:00"

  @Test(arguments: Transcript.names)
  func `the program says what the transcript says`(name: String) async throws {
    let sandbox = try Sandbox()
    var program = try Program.accord(in: sandbox, now: Self.now)
    if name.hasSuffix(".zh") { program.environment["LANG"] = "zh_CN.UTF-8" }
    let complaint = try await TranscriptPlayer(program).complaint(about: name)
    #expect(complaint == nil, "\(complaint ?? "")")
  }
}
