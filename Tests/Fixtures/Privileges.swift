import Foundation

/// Runs `body` without the rights of root, which no permission bits hold back.
///
/// On Linux the identity files are accessed with belongs to the thread, so other tests keep theirs.
package func withoutPrivileges(_ body: () throws -> Void) throws {
  #if os(Linux)
    guard geteuid() == 0 else { return try body() }
    setfsuid(65534)
    defer { setfsuid(0) }
  #endif
  try body()
}

#if os(Linux)
  private func setfsuid(_ user: uid_t) {
    typealias Function = @convention(c) (uid_t) -> CInt
    guard let symbol = dlsym(nil, "setfsuid") else { return }
    _ = unsafeBitCast(symbol, to: Function.self)(user)
  }
#endif
