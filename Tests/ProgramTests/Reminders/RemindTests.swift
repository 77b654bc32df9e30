#if os(Linux)
  import Files
  import Foundation
  import SystemPackage
  import Testing

  /// A reminder comes, changes and goes by `remind` alone. systemctl is a script that keeps its
  /// words.
  struct RemindTests {
    // MARK: On and off

    @Test func `S21 no command but remind --install sets up a reminder or shows a notice`()
      async throws
    {
      let household = try await Household.atDesktop()
      let desktop = try Desktop(in: household.sandbox)
      let home = household.home
      try await household.succeeds(Household.proposal("half an hour", by: "Mei"))
      try await household.succeeds(["accept", "--as", "Lin", "--yes"])
      try await household.succeeds(Household.proposal("forty", by: "Mei"))
      for words in [
        [], ["today"], ["list"], ["remind"], ["提醒"], ["remind", "--remove"], ["review"],
        ["doctor"], ["say"], ["completions", "bash"],
        ["backup", household.sandbox.path("copy")],
      ] {
        _ = try await household.program.run(words + ["--lang", "zh"])
        _ = try await household.program.runOnTerminal(words + ["--lang", "en"])
      }
      #expect(household.home == home)
      #expect(desktop.systemctl.calls == [] && desktop.notifySend.calls == [])
      #expect(try await household.succeeds(["remind"]).output.contains("off"))
    }

    @Test func `it is set up for this program, store and language, and told to systemd`()
      async throws
    {
      let household = try await Household.atDesktop()
      let desktop = try Desktop(in: household.sandbox)
      let outcome = try await household.succeeds(["remind", "--install", "--lang", "zh"])
      #expect(outcome.output.contains("每天09:00") && outcome.error == "")
      #expect(
        desktop.systemctl.calls.prefix(4) == [
          "--user show --property=Version", "--user daemon-reload",
          "--user enable accord-reminder.timer", "--user restart accord-reminder.timer",
        ])
      let service = try #require(household.home[".config/systemd/user/accord-reminder.service"])
      let program = try FileManager.default.destinationOfSymbolicLink(
        atPath: household.program.folderInPath() + "/accord")
      let real = URL(fileURLWithPath: program).resolvingSymlinksInPath().path
      #expect(
        service.contains(
          #"ExecStart=/bin/sh -c "exec \"$$0\" \"$$@\"" "# + real
            + " today --notify --lang zh --store \(household.store)\n"))
      let timer = try #require(household.home[".config/systemd/user/accord-reminder.timer"])
      #expect(timer.contains("OnCalendar=*-*-* 09:00:00\n"))
      #expect(desktop.notifySend.calls == [])
    }

    @Test func `the usual store is not named`() async throws {
      let household = try await Household.atDesktop(
        store: nil)
      _ = try Desktop(in: household.sandbox)
      let usual = household.sandbox.home + "/.local/share/accord"
      try household.sandbox.makeFolder("home/.local/share")
      try FileManager.default.moveItem(atPath: household.store, toPath: usual)
      try await household.succeeds(["remind", "--install"], environment: ["ACCORD_STORE": nil])
      let service = try #require(household.home[".config/systemd/user/accord-reminder.service"])
      #expect(service.contains("--lang en\n"))
    }

    @Test func `a store that was named from here is named from the root`() async throws {
      let household = try await Household.atDesktop(store: nil)
      _ = try Desktop(in: household.sandbox)
      let outcome = try await household.program.run(
        ["remind", "--install", "--store", "store"], directory: household.sandbox.folder)
      #expect(outcome.status == 0)
      let service = try #require(household.home[".config/systemd/user/accord-reminder.service"])
      #expect(service.contains("--store \(household.store)\n"))
    }

    @Test(
      arguments: [
        ("20:00", "20:00"), ("晚上8点半", "20:30"), ("７：０５", "07:05"), ("9 am", "09:00"),
      ])
    func `once more gives it another time, in either language`(typed: String, time: String)
      async throws
    {
      let household = try await Household.atDesktop()
      let desktop = try Desktop(in: household.sandbox)
      try await household.succeeds(["remind", "--install"])
      let before = household.home
      try await household.succeeds(["remind", "--install", "--at", typed])
      #expect(try await household.succeeds(["remind"]).output.contains(" \(time),"))
      let document = try await household.succeeds(["remind", "--json"])
      #expect(document.output.contains(#""reminder":{"at":"\#(time)","runs":true}"#))
      #expect(household.home.keys.sorted() == before.keys.sorted())
      #expect(desktop.systemctl.calls.count { $0.contains("restart") } == 2)
    }

    // MARK: Nothing is left

    @Test func `while another sets it up, nothing is touched`() async throws {
      let household = try await Household.atDesktop()
      let desktop = try Desktop(in: household.sandbox)
      let home = household.home
      let lock = try FolderLock(on: Folder(FilePath(household.sandbox.home)), timeout: 0)
      try await household.refuses(["remind", "--install"], 75, "busy")
      try await household.refuses(["remind", "--remove"], 75, "busy")
      #expect(household.home == home)
      #expect(!desktop.systemctl.calls.contains { $0.contains("enable") })
      lock.release()
      try await household.succeeds(["remind", "--install"])
    }

    @Test func `removed it leaves nothing behind`() async throws {
      let household = try await Household.atDesktop()
      let desktop = try Desktop(in: household.sandbox)
      let home = household.home
      try await household.succeeds(["remind", "--install"])
      try household.stamp()
      #expect(household.home.count > home.count + 4)
      let outcome = try await household.succeeds(["remind", "--remove"])
      #expect(outcome.output.contains("off"))
      #expect(household.home.filter { !$0.key.hasPrefix(".local") } == home)
      #expect(!household.home.keys.contains { $0.contains("systemd") })
      #expect(desktop.systemctl.calls.contains("--user disable --now accord-reminder.timer"))
      #expect(desktop.systemctl.calls.suffix(2).first == "--user daemon-reload")
      let calls = desktop.systemctl.calls.count
      let again = try await household.succeeds(["remind", "--remove"])
      #expect(again.output == "Reminders were off already.\n")
      #expect(desktop.systemctl.calls.count == calls)
    }

    @Test(
      arguments: [
        "accord-reminder.service", "accord-reminder.timer",
        "timers.target.wants/accord-reminder.timer",
      ])
    func `half of it is told, and goes as well, also without systemctl`(name: String) async throws {
      for path in [nil, "/nowhere"] {
        let household = try await Household.atDesktop()
        let home = household.home
        _ = try Desktop(in: household.sandbox)
        try household.sandbox.makeFolder("home/.config/systemd/user/timers.target.wants")
        let environment = path.map { ["PATH": $0] } ?? [:]
        if name.contains("/") {
          try FileManager.default.createSymbolicLink(
            atPath: "\(household.units)/\(name)", withDestinationPath: "/nowhere")
        } else {
          try household.sandbox.write("[Unit]\n", to: "home/.config/systemd/user/\(name)")
        }
        let told = try await household.succeeds(["remind", "--json"], environment: environment)
        #expect(told.output.contains(#""reminder":{"at":null,"runs":false}"#))
        try await household.succeeds(["remind", "--remove"], environment: environment)
        #expect(household.home == home)
      }
    }

    @Test func `what else lies beside it stays`() async throws {
      let household = try await Household.atDesktop()
      _ = try Desktop(in: household.sandbox)
      try household.sandbox.makeFolder("home/.config/systemd/user/timers.target.wants")
      for name in ["other.timer", "timers.target.wants/other.timer"] {
        try household.sandbox.write("[Unit]\n", to: "home/.config/systemd/user/\(name)")
      }
      let home = household.home
      try await household.succeeds(["remind", "--install"])
      try await household.succeeds(["remind", "--remove"])
      #expect(household.home == home)
    }

    // MARK: What is missing

    @Test(arguments: ["systemctl", "notify-send"])
    func `where a program is missing that is told, and nothing is written`(name: String)
      async throws
    {
      let household = try await Household.atDesktop()
      let home = household.home
      let desktop = try Desktop(in: household.sandbox)
      try FileManager.default.removeItem(
        atPath: "\(StandIn.folder(in: household.sandbox))/\(name)")
      let code = name == "systemctl" ? "no-scheduler" : "no-notifier"
      try await household.refuses(["remind", "--install"], 69, code)
      #expect(household.home == home)
      #expect(desktop.systemctl.calls == [])
    }

    @Test(
      arguments: [
        ("show", "no-scheduler"), ("daemon-reload", "not-scheduled"), ("enable", "not-scheduled"),
        ("restart", "not-scheduled"),
      ])
    func `where systemd does not take it nothing is left, or what was there before`(
      failing: String, code: String
    ) async throws {
      let household = try await Household.atDesktop()
      let bare = household.home
      _ = try Desktop(in: household.sandbox, failing: failing)
      try await household.refusesToInstall(code)
      #expect(household.home == bare)

      _ = try Desktop(in: household.sandbox)
      try await household.succeeds(["remind", "--install"])
      let home = household.home
      _ = try Desktop(in: household.sandbox, failing: failing)
      try await household.refusesToInstall(code)
      #expect(household.home == home)
    }

    @Test func `where its files cannot be written that is told, and nothing is`() async throws {
      let household = try await Household.atDesktop()
      let home = household.home
      let desktop = try Desktop(in: household.sandbox)
      try await household.refuses(
        ["remind", "--install"], 74, "input-output",
        environment: ["XDG_CONFIG_HOME": household.database])
      #expect(household.home == home)
      #expect(!desktop.systemctl.calls.contains { $0.contains("enable") })
    }

    @Test func `where no store is nothing is set up`() async throws {
      let household = try Household(in: Sandbox())
      _ = try Desktop(in: household.sandbox)
      try await household.refuses(["remind", "--install"], 66, "no-store")
      #expect(household.home == [:])
    }

    @Test(
      arguments: [
        (["--at", "20:00"], "stray-flag"), (["--install", "--remove"], "contradiction"),
        (["--install", "--at", "8"], "bad-value"), (["--remove", "--at", "25:00"], "bad-value"),
      ])
    func `what does not go together is refused`(words: [String], code: String) async throws {
      let household = try await Household.atDesktop()
      _ = try Desktop(in: household.sandbox)
      try await household.refuses(["remind"] + words, 64, code)
      #expect(household.home == [".config": ""])
    }
  }

  extension Household {
    /// One run after the other: each puts back what it found.
    fileprivate func refusesToInstall(_ code: String) async throws {
      let words = ["remind", "--install", "--at", "20:00"]
      for language in ["en", "zh"] {
        try await program.run(words + ["--lang", language]).isOneComplaint(69)
      }
      let document = try await program.run(words + ["--json"])
      #expect(document.status == 69 && document.errorCode == code)
    }

    /// What systemd leaves where a timer went off.
    fileprivate func stamp() throws {
      try sandbox.makeFolder("home/.local/share/systemd/timers")
      try sandbox.write("", to: "home/.local/share/systemd/timers/stamp-accord-reminder.timer")
    }
  }
#endif
