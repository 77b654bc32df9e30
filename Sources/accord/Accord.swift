import ArgumentParser

/// The program.
struct Accord: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "accord",
      abstract: Sentence(
        "Small agreements between two partners, made while calm and found when needed.",
        "两个人的小约定：平静的时候说好，需要的时候找得到。"
      ).text,
      discussion: [
        Sentence("  accord init Mei Lin", "  accord init 小美 阿林"),
        Sentence("  accord propose", "  accord 提议"),
        Sentence("  accord accept", "  accord 同意"),
        Sentence("  accord list", "  accord 列表"),
      ].map(\.text).joined(separator: "\n"),
      version: version,
      subcommands: [
        InitCommand.self, TodayCommand.self, ProposeCommand.self, AcceptCommand.self,
        DeclineCommand.self, WithdrawCommand.self, CounterCommand.self, AmendCommand.self,
        EndCommand.self, RenewCommand.self, ReviewCommand.self, PauseCommand.self,
        CheckinCommand.self, RepairCommand.self,
        ListCommand.self, ShowCommand.self, LogCommand.self,
        ReportCommand.self, CalendarCommand.self, NeedCommand.self,
        BoundaryCommand.self, ReflectCommand.self,
        TriggersCommand.self, SayCommand.self, SteadyCommand.self, TrendCommand.self,
        ForgetCommand.self, DraftCommand.self,
        LockCommand.self,
        BackupCommand.self, RestoreCommand.self, DoctorCommand.self, SafetyCommand.self,
        CoachCommand.self, RemindCommand.self, CompletionsCommand.self,
        ManualCommand.self, ScreenCommand.self,
      ],
      defaultSubcommand: ScreenCommand.self)
  }

  static let version = "0.1.0"
}
