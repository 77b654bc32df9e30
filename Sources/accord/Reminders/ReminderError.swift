import Files
import SystemPackage

/// Why there is no reminder, or why it is still there.
enum ReminderError: Error, Hashable {
  /// The scheduler of this name is not there or does not answer: a container, a session without.
  case noScheduler(String)
  /// It answered, and did not take it.
  case refused(String)
  /// No program here shows a notice.
  case noNotifier
  case notShown
  case unwritable(FileError)
  case unremovable(FileError)
}

extension Problem {
  init(_ error: ReminderError) {
    switch error {
    case .noScheduler(let name):
      self.init(
        "no-scheduler", .unavailable,
        Sentence(
          "\(name) does not answer here, so nothing can remind you; look yourself with: accord today",
          "\(name) 在这里没有回应，没法提醒；想看的时候：accord today"))
    case .refused(let name):
      self.init(
        "not-scheduled", .unavailable,
        Sentence(
          "\(name) did not take the reminder, and everything is as it was; look yourself with: accord today",
          "\(name) 没有接下这个提醒，一切照旧；想看的时候：accord today"))
    case .noNotifier:
      self.init(
        "no-notifier", .unavailable,
        Sentence(
          "no notify-send here to show a notice; install libnotify-bin, or look yourself with: accord today",
          "没有 notify-send，弹不出提醒；可以装 libnotify-bin，想看的时候也可以：accord today"))
    case .notShown:
      self.init(
        "no-desktop", .unavailable,
        Sentence(
          "no desktop took the notice; look yourself with: accord today",
          "没有桌面能弹出提醒；想看的时候：accord today"))
    case .unwritable(let error):
      self.init(
        "input-output", .input,
        Sentence(
          "the reminder could not be written (error \(error.errno.rawValue)); everything is as it was",
          "提醒没能写下来（错误 \(error.errno.rawValue)），一切照旧"))
    case .unremovable(let error):
      self.init(
        "input-output", .input,
        Sentence(
          "some of the reminder could not be removed (error \(error.errno.rawValue)); try again: accord remind --remove",
          "提醒没能全部去掉（错误 \(error.errno.rawValue)），请再试一次：accord remind --remove"))
    }
  }
}
