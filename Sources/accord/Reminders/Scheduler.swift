import Agreements
import Files
import SystemPackage

/// What runs a command once a day on one kind of system, for one person.
///
/// It reads files of ours, and is told to by a program of its own.
protocol Scheduler {
  /// What people call it.
  var name: String { get }

  /// What its files say of a reminder.
  func files(for reminder: Reminder) -> [(path: FilePath, text: String)]

  /// The time its files say; nil where they are not there or say something else.
  var time: TimeOfDay? { get }

  /// All that can be left of a reminder, files and links, whoever made them.
  var traces: [FilePath] { get }

  /// The folders of the traces, innermost first.
  var folders: [FilePath] { get }

  /// Whether it is there and answers.
  var answers: Bool { get }

  /// Whether it has the reminder in mind.
  var isRunning: Bool { get }

  /// Takes up what the files say now, also where it runs another time's.
  ///
  /// - Returns: whether it did.
  func begin() -> Bool

  /// Stops before the files go; it may not be there, or not know any.
  func stop()

  /// Forgets what it knew, after they went.
  func forget()
}

/// How it stands with the reminder.
enum ReminderState: Hashable, Sendable {
  case off
  case on(at: TimeOfDay)
  /// Some of it is there, and the system does not run it.
  case halted
}

extension Scheduler {
  var state: ReminderState {
    guard traces.contains(where: \.isTaken) else { return .off }
    guard let time, isRunning else { return .halted }
    return .on(at: time)
  }

  /// Sets it up, or gives it another time. After a failure everything is as it was.
  func install(_ reminder: Reminder) throws(ReminderError) {
    guard answers else { throw .noScheduler(name) }
    let files = files(for: reminder)
    let before = files.map { file in
      (file.path, try? PrivateFile.read(file.path, atMost: 1 << 16))
    }
    do throws(FileError) {
      for (path, text) in files {
        try Folder(around: path).create()
        try PrivateFile.write(Array(text.utf8), to: path)
      }
    } catch {
      putBack(before)
      throw .unwritable(error)
    }
    guard begin() else {
      putBack(before)
      throw .refused(name)
    }
  }

  /// As far as it can: what failed is told already.
  private func putBack(_ files: [(path: FilePath, bytes: [UInt8]?)]) {
    guard files.allSatisfy({ $0.bytes != nil }) else {
      stop()
      try? clear()
      forget()
      return
    }
    for case (let path, let bytes?) in files { try? PrivateFile.write(bytes, to: path) }
    _ = begin()
  }

  /// Takes away all of it, also where only half is there, or the system does not answer.
  func remove() throws(ReminderError) {
    guard traces.contains(where: \.isTaken) else { return }
    stop()
    do throws(FileError) { try clear() } catch { throw .unremovable(error) }
    forget()
  }

  private func clear() throws(FileError) {
    for path in traces where path.isTaken {
      try Folder(around: path).remove(path.lastComponent?.string ?? "")
    }
    // One that is a link, or somebody else's, may stay.
    for path in folders { try? Folder(path).removeIfEmpty() }
  }
}

extension FilePath {
  /// Whether anything bears this name, be it a link to nowhere.
  fileprivate var isTaken: Bool { (try? Stat(self, followTargetSymlink: false)) != nil }
}
