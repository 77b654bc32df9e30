import Crypto

/// SHA-256 with a context, so that no hash of one thing is ever the hash of another.
package enum Digest {
  package static func sha256(_ parts: [UInt8]...) -> [UInt8] {
    var hash = SHA256()
    for part in parts { hash.update(data: part) }
    return Array(hash.finalize())
  }

  static func sha256(context: String, _ parts: [UInt8]...) -> [UInt8] {
    var hash = SHA256()
    hash.update(data: Array(context.utf8))
    for part in parts { hash.update(data: part) }
    return Array(hash.finalize())
  }
}
