package import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Which step on a file failed, and how.
///
/// It never carries a path's content, only the error number of the C function.
package struct FileError: Error, Hashable, Sendable {
  /// The step that failed.
  package enum Operation: Hashable, Sendable {
    case open, read, write, sync, create, rename, remove
    case createFolder, list, lock, inspect, restrict
  }

  package let operation: Operation
  package let errno: Errno

  package init(_ operation: Operation, _ errno: Errno) {
    self.operation = operation
    self.errno = errno
  }

  /// Whether nothing of that name exists.
  package var isMissing: Bool { errno == .noSuchFileOrDirectory }

  /// Whether a folder could not have a path because something bears it.
  package var saysTheNameIsTaken: Bool {
    operation == .rename && [.fileExists, .directoryNotEmpty, .notDirectory].contains(errno)
  }

  /// Whether a second name was refused because this file system knows no hard links.
  var saysThereAreNoLinks: Bool {
    operation == .create
      && [.notPermitted, .notSupported, .notSupportedOnSocket, .noFunction, .tooManyLinks]
        .contains(errno)
  }

  /// Whether the name is taken by something else than a regular file: a link, a folder, a pipe.
  package var isNotAFile: Bool {
    switch (operation, errno) {
    case (.open, .tooManySymbolicLinkLevels), (.open, .noSuchAddressOrDevice): true
    case (.inspect, .notSupported): true
    default: false
    }
  }
}

/// Runs a call of swift-system and names the step it was.
func step<Value>(
  _ operation: FileError.Operation, _ call: () throws -> Value
) throws(FileError) -> Value {
  do {
    return try call()
  } catch let errno as Errno {
    throw FileError(operation, errno)
  } catch {
    throw FileError(operation, .ioError)
  }
}

/// Judges the result code of a C function that reports failure as -1; repeats interrupted calls.
func check(_ operation: FileError.Operation, _ call: () -> CInt) throws(FileError) {
  while call() == -1 {
    let code = Errno(rawValue: errno)
    guard code == .interrupted else { throw FileError(operation, code) }
  }
}
