import Files
import Fixtures
import Foundation
import Synchronization
import SystemPackage
import Testing

struct FolderLockTests {
  let temporary: TemporaryFolder

  init() throws {
    temporary = try TemporaryFolder()
  }

  @Test func `a second holder waits in vain for the whole time`() throws {
    let lock = try FolderLock(on: temporary.folder, timeout: 0)
    let start = ContinuousClock.now
    #expect(refusal(after: 60) == .timedOut)
    #expect(ContinuousClock.now - start >= .milliseconds(60))
    lock.release()
    #expect(refusal(after: soon) == nil)
  }

  @Test func `the lock ends with its scope`() throws {
    do {
      let lock = try FolderLock(on: temporary.folder, timeout: 0)
      #expect(refusal(after: 0) == .timedOut)
      _ = consume lock
    }
    #expect(refusal(after: soon) == nil)
  }

  @Test func `who waits gets the lock once it is free`() throws {
    let folder = temporary.folder
    let lock = try FolderLock(on: folder, timeout: 0)
    let given = DispatchSemaphore(value: 0)
    Thread.detachNewThread {
      do {
        try Self.take(folder, timeout: soon)
        given.signal()
      } catch {
        Issue.record(error)
      }
    }
    #expect(given.wait(timeout: .now() + 0.05) == .timedOut)
    lock.release()
    #expect(given.wait(timeout: .now() + 60) == .success)
  }

  @Test func `a missing folder is not a matter of time`() {
    let missing = Folder(temporary.path / "missing")
    #expect(throws: FolderLock.Refusal.failed(FileError(.open, .noSuchFileOrDirectory))) {
      try Self.take(missing, timeout: soon)
    }
  }

  @Test func `who waits gets the folder that lies there once it is free`() throws {
    let place = Folder(temporary.path / "place")
    try place.create()
    let lock = try FolderLock(on: place, timeout: 0)
    let given = DispatchSemaphore(value: 0)
    let done = DispatchSemaphore(value: 0)
    Thread.detachNewThread {
      do {
        let waited = try FolderLock(on: place, timeout: soon)
        given.signal()
        #expect(done.wait(timeout: .now() + 60) == .success)
        waited.release()
      } catch {
        Issue.record(error)
      }
    }
    #expect(given.wait(timeout: .now() + 0.05) == .timedOut)
    try place.rename(to: temporary.path / "aside")
    try place.create()
    lock.release()
    #expect(given.wait(timeout: .now() + 60) == .success)
    #expect(throws: FolderLock.Refusal.timedOut) { try Self.take(place, timeout: 0) }
    #expect(throws: Never.self) {
      try Self.take(Folder(temporary.path / "aside"), timeout: soon)
    }
    done.signal()
  }

  @Test func `who waits for a folder that is taken away is told so`() throws {
    let place = Folder(temporary.path / "place")
    try place.create()
    let lock = try FolderLock(on: place, timeout: 0)
    let refused = DispatchSemaphore(value: 0)
    Thread.detachNewThread {
      #expect(throws: FolderLock.Refusal.failed(FileError(.open, .noSuchFileOrDirectory))) {
        try Self.take(place, timeout: soon)
      }
      refused.signal()
    }
    #expect(refused.wait(timeout: .now() + 0.05) == .timedOut)
    try place.removeIfEmpty()
    lock.release()
    #expect(refused.wait(timeout: .now() + 60) == .success)
  }

  @Test func `only one holds the lock at any moment`() async throws {
    let folder = temporary.folder
    let inside = Atomic(0)
    let counter = temporary.path / "counter"
    try PrivateFile.write([0], to: counter)
    await withThreads(6) {
      for _ in 1...10 {
        do {
          let lock = try FolderLock(on: folder, timeout: soon)
          #expect(inside.add(1, ordering: .relaxed).newValue == 1)
          let count = try PrivateFile.read(counter, atMost: 1)[0]
          try PrivateFile.write([count + 1], to: counter)
          inside.subtract(1, ordering: .relaxed)
          lock.release()
        } catch {
          Issue.record(error)
        }
      }
    }
    #expect(try PrivateFile.read(counter, atMost: 1) == [60])
  }

  @Test func `another process holds the lock against us until it dies`() throws {
    let holder = Process()
    let output = Pipe()
    holder.executableURL = URL(fileURLWithPath: "/usr/bin/perl")
    holder.arguments = [
      "-e", #"open(D, "<", $ARGV[0]) && flock(D, 2) or die; syswrite STDOUT, "held"; sleep 60"#,
      temporary.path.string,
    ]
    holder.standardOutput = output
    try holder.run()
    #expect(output.fileHandleForReading.readData(ofLength: 4) == Data("held".utf8))
    #expect(refusal(after: 30) == .timedOut)
    kill(holder.processIdentifier, SIGKILL)
    #expect(refusal(after: soon) == nil)
    holder.waitUntilExit()
  }

  @Test func `a program started meanwhile does not inherit the lock`() throws {
    let lock = try FolderLock(on: temporary.folder, timeout: 0)
    // Not Foundation's Process, which closes all descriptors by itself.
    var arguments = [strdup("sleep"), strdup("60"), nil]
    defer {
      for argument in arguments { free(argument) }
    }
    var child: pid_t = 0
    #expect(posix_spawn(&child, "/bin/sleep", nil, nil, &arguments, environ) == 0)
    defer {
      kill(child, SIGKILL)
      waitpid(child, nil, 0)
    }
    lock.release()
    #expect(refusal(after: soon) == nil)
  }

  private static func take(_ folder: Folder, timeout: Int) throws(FolderLock.Refusal) {
    let lock = try FolderLock(on: folder, timeout: timeout)
    lock.release()
  }

  private func refusal(after timeout: Int) -> FolderLock.Refusal? {
    do throws(FolderLock.Refusal) {
      try Self.take(temporary.folder, timeout: timeout)
      return nil
    } catch {
      return error
    }
  }

  /// Threads of their own, since a wait for the lock blocks.
  private func withThreads(_ count: Int, _ body: @escaping @Sendable () -> Void) async {
    await withTaskGroup(of: Void.self) { group in
      for _ in 1...count {
        group.addTask {
          await withCheckedContinuation { done in
            Thread.detachNewThread {
              body()
              done.resume()
            }
          }
        }
      }
    }
  }
}

/// Milliseconds. A lock given back is free only once the programs that another test is starting at
/// the moment have closed what they inherited.
private let soon = 20_000
