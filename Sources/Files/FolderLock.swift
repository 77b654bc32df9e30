package import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The right to write in a folder, held by one holder at a time among those who ask.
///
/// An advisory `flock` on the folder itself. It ends with the value, and with the process at the
/// latest, however that dies; programs started meanwhile do not inherit it.
///
/// Whoever waited may find that another folder bears the path by then, because a backup took its
/// place. So the lock is given only for the folder that lies at the path once it is held. What was
/// opened in the folder before that is for the holder to check.
package struct FolderLock: ~Copyable, Sendable {
  /// Why the lock was not given.
  package enum Refusal: Error, Hashable, Sendable {
    /// Somebody else held it for the whole time.
    case timedOut
    case failed(FileError)
  }

  private let folder: FileDescriptor

  /// Takes the lock, waiting at most `timeout` milliseconds for another holder; 0 asks once.
  ///
  /// The wait does not count the time a computer sleeps.
  package init(on folder: Folder, timeout: Int) throws(Refusal) {
    self.folder = try Self.descriptor(
      on: folder, until: SuspendingClock.now + .milliseconds(timeout))
  }

  deinit {
    try? folder.close()
  }

  /// Gives the lock back now.
  package consuming func release() {}

  /// The folder that bears the path, open and locked.
  private static func descriptor(
    on folder: Folder, until deadline: SuspendingClock.Instant
  ) throws(Refusal) -> FileDescriptor {
    while true {
      let descriptor: FileDescriptor
      do throws(FileError) {
        descriptor = try folder.open()
      } catch {
        throw .failed(error)
      }
      do throws(Refusal) {
        try wait(for: descriptor, until: deadline)
        if try isStill(descriptor, at: folder) { return descriptor }
      } catch {
        try? descriptor.close()
        throw error
      }
      // Another one took its place meanwhile: it is that one that is to be locked.
      try? descriptor.close()
    }
  }

  private static func isStill(
    _ descriptor: FileDescriptor, at folder: Folder
  ) throws(Refusal) -> Bool {
    do throws(FileError) {
      let held = try step(.inspect) { try Stat(descriptor) }
      let there = try step(.inspect) { try Stat(folder.path) }
      return held.isSame(as: there)
    } catch  where error.isMissing {
      return false  // Opening it again says so.
    } catch {
      throw .failed(error)
    }
  }

  private static func wait(
    for folder: FileDescriptor, until deadline: SuspendingClock.Instant
  ) throws(Refusal) {
    var pause = 500  // microseconds
    while true {
      do throws(FileError) {
        return try check(.lock) { flock(folder.rawValue, LOCK_EX | LOCK_NB) }
      } catch  where error.errno == .wouldBlock {
        guard SuspendingClock.now < deadline else { throw .timedOut }
      } catch {
        throw .failed(error)
      }
      // Jitter, or those who came together would ask together again.
      usleep(UInt32(Int.random(in: pause / 2...pause)))
      pause = min(pause * 2, 20_000)
    }
  }
}

extension Stat {
  /// Whether it is the same file or folder, by whatever path.
  package func isSame(as other: Stat) -> Bool {
    inode == other.inode && deviceID == other.deviceID
  }
}
