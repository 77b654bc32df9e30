import SystemPackage

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
    let descriptor: FileDescriptor
    do throws(FileError) {
      descriptor = try folder.open()
    } catch {
      throw .failed(error)
    }
    do throws(Refusal) {
      try Self.wait(for: descriptor, timeout: timeout)
    } catch {
      try? descriptor.close()
      throw error
    }
    self.folder = descriptor
  }

  deinit {
    try? folder.close()
  }

  /// Gives the lock back now.
  package consuming func release() {}

  private static func wait(for folder: FileDescriptor, timeout: Int) throws(Refusal) {
    let deadline = SuspendingClock.now + .milliseconds(timeout)
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
