import Agreements
import ArgumentParser
import Files
import Journal
import Storage
import SystemPackage

struct RemindCommand: Command {
  static var configuration: CommandConfiguration {
    .said(
      "remind", aliases: ["提醒"],
      Sentence("one quiet notice a day, if something waits", "有事等着的话，每天轻轻提醒一次"),
      examples: [
        Sentence("accord remind", "accord 提醒"),
        Sentence("accord remind --install --at 20:00", "accord 提醒 --install --at 20:00"),
        Sentence("accord remind --remove", "accord 提醒 --remove"),
      ],
      notes: Sentence(
        "Off until you turn it on. The notice is on the screen for whoever looks at it: it holds no names and no words of yours, only that Accord is here.",
        "你不开就没有。提醒会出现在屏幕上，谁都可能看到：\n里面没有名字，也没有你们的话，只看得出这里有 Accord。"))
  }

  @Flag(help: .said("turn it on, or change the time", "打开，或换个时间")) var install = false
  @Flag(help: .said("turn it off, and take away all that was set up", "关掉，设过的都去掉")) var remove =
    false
  @Option(help: .said("when, else 09:00", "几点，不写就是09:00", value: ("TIME", "时间")))
  var at: String?
  @OptionGroup var shared: SharedOptions

  func perform(in session: Session) throws -> Report {
    let at = try at.map { text throws(Mistyped) in try TimeOfDay(typed: text, for: .at) }
    if at != nil, !install {
      throw Problem(
        "stray-flag", .usage,
        Sentence("--at goes with --install", "--at 要和 --install 一起用"))
    }
    if install, remove {
      throw Problem(
        "contradiction", .usage,
        Sentence("--install or --remove: one of them", "--install 和 --remove 只能选一个"))
    }
    let home = try Self.home
    let scheduler = Self.scheduler(of: home)
    let wasOff = scheduler.state == .off
    if install || remove {
      // One at a time: what one puts back after a failure must not be what another set up.
      let lock = try FolderLock(on: Folder(home), timeout: Store.patience)
      try change(scheduler, at: at, session)
      lock.release()
    }
    let state = scheduler.state
    return .says(
      remove && wasOff && state == .off
        ? Sentence("Reminders were off already.", "本来就没开提醒。") : Self.told(state),
      json: ("reminder", Self.json(state)))
  }

  private func change(_ scheduler: any Scheduler, at time: TimeOfDay?, _ session: Session) throws {
    // Also what a half-done one left behind.
    guard install else { return try scheduler.remove() }
    // Before anything is set up: it would be a reminder of nothing.
    _ = try session.reading()
    guard Notice.canBeShown else { throw ReminderError.noNotifier }
    try scheduler.install(Reminder(at: time ?? Reminder.usualTime, in: session))
  }

  private static func told(_ state: ReminderState) -> Sentence {
    switch state {
    case .off:
      Sentence(
        "Reminders are off. To turn them on: accord remind --install",
        "没有开提醒。想开的话：accord remind --install")
    case .on(let time):
      Sentence(
        "Every day at \(time.text), if something waits, a notice says \"\(Notice.text.english)\". Off again: accord remind --remove",
        "每天\(time.text)，有事等着的话，提醒一句“\(Notice.text.chinese)”。不想要了：accord remind --remove")
    case .halted:
      Sentence(
        "A reminder is set up, but this computer does not run it. Once more: accord remind --install; away with it: accord remind --remove",
        "提醒设过，但这台电脑没有在运行它。重新打开：accord remind --install；去掉：accord remind --remove")
    }
  }

  private static func json(_ state: ReminderState) -> JSON {
    switch state {
    case .off: .null
    case .on(let time): .object(["at": .string(time.text), "runs": .bool(true)])
    case .halted: .object(["at": .null, "runs": .bool(false)])
    }
  }

  // MARK: Where

  private static var home: FilePath {
    get throws {
      guard let home = environmentValue("HOME"), home.hasPrefix("/") else {
        throw Problem(
          "no-home", .usage,
          Sentence(
            "HOME is not set, so there is no place for a reminder",
            "没有设置 HOME，提醒没有地方放"))
      }
      return FilePath(home)
    }
  }

  /// What runs things once a day here.
  private static func scheduler(of home: FilePath) -> any Scheduler {
    #if os(macOS)
      Launchd(home: home, environment: environmentValue)
    #else
      Systemd(home: home, environment: environmentValue)
    #endif
  }
}
