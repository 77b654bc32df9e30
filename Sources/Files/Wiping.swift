#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension MutableCollection where Element == UInt8 {
  /// Overwrites every byte with zero, in a way the compiler does not leave out.
  ///
  /// Only these bytes: where another value shares them, that one keeps them, and what the compiler
  /// copied elsewhere stays as it is.
  package mutating func wipe() {
    let isDone: Void? = withContiguousMutableStorageIfAvailable { bytes in
      guard let start = bytes.baseAddress else { return }
      #if canImport(Darwin)
        memset_s(start, bytes.count, 0, bytes.count)
      #else
        explicit_bzero(start, bytes.count)
      #endif
    }
    guard isDone == nil else { return }
    for place in indices { self[place] = 0 }
  }
}
