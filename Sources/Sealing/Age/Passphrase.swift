import Crypto
import Files

/// A secret that a person can remember; its bytes are exactly the UTF-8 of what was typed.
package struct Passphrase: Sendable, Equatable {
  /// The longest one, in bytes.
  package static let limit = 1024

  /// Wiped by the library when the last copy goes.
  private let bytes: SymmetricKey

  /// Nil when it is empty or longer than ``limit``.
  package init?(_ text: String) {
    guard (1...Self.limit).contains(text.utf8.count) else { return nil }
    var typed = Array(text.utf8)
    bytes = SymmetricKey(data: typed)
    typed.wipe()
  }

  func withUnsafeBytes<Value>(_ body: (UnsafeRawBufferPointer) -> Value) -> Value {
    bytes.withUnsafeBytes(body)
  }
}

// Whatever prints a value, a failed test or a log, must not print the secret.
extension Passphrase: CustomStringConvertible, CustomReflectable {
  package var description: String { "passphrase" }

  package var customMirror: Mirror { Mirror(self, children: []) }
}
