#if os(Linux)
  import Foundation
  import Testing

  /// What systemd itself makes of the units: `systemd-analyze` has to be installed.
  struct UnitTests {
    /// Names a store may have, with what a unit, a shell or systemd might take for more than text.
    static let stores = [
      "store", "two words", "50%h %% %", "it's “a”", #"a "quoted" \x41 one"#, "$HOME ${HOME} $$",
      "我们 的家", "; rm -rf / & `touch x`", "-", "#; = | * ? ~",
    ]

    @Test(arguments: stores)
    func `what systemd reads in the units is this program and this store, in their own words`(
      name: String
    ) async throws {
      let sandbox = try Sandbox()
      var household = try await Household.begun(in: sandbox, store: sandbox.path(name))
      let desktop = try Desktop(in: sandbox)
      household.program.environment["PATH"] = StandIn.folder(in: sandbox)
      try await household.succeeds(["remind", "--install", "--at", "20:00", "--lang", "zh"])
      try await household.succeeds(Household.proposal("half an hour", by: "Mei"))

      let quiet = try await verify(["accord-reminder.timer", "accord-reminder.service"], household)
      #expect(quiet.status == 0 && quiet.output + quiet.error == "", "\(quiet)")
      let loud = try await verify(["accord-reminder.service"], household, level: "debug")
      let told = loud.output + loud.error
      let line = try #require(told.firstMatch(of: /Command Line: (.*)\n/)?.output.1, "\(loud)")
      // It tells the words as a shell reads them. A doubled $ becomes one when it starts them.
      let command = line.replacing(#"\$\$"#, with: #"\$"#)
      var shell = household.program.under(["/bin/sh", "-c", String(command)])
      shell.environment["ACCORD_STORE"] = nil
      let outcome = try await shell.run([])
      #expect(outcome.status == 0 && outcome.output + outcome.error == "", "\(outcome)")
      #expect(desktop.notifySend.calls == ["--app-name=Accord 有空的时候看看：accord"])
    }

    private func verify(
      _ units: [String], _ household: Household, level: String = "warning"
    ) async throws -> Outcome {
      let analyze = Program("systemd-analyze", in: household.sandbox)
      return try await analyze.run(
        ["verify", "--user", "--man=no"] + units.map { "\(household.units)/\($0)" },
        environment: ["XDG_RUNTIME_DIR": household.sandbox.home, "SYSTEMD_LOG_LEVEL": level])
    }
  }
#endif
