import Crypto

/// What stands before the payload: how to come by the file key, and a MAC made with it.
struct Header {
  /// Which secret opens the file.
  enum Lock {
    /// One of these X25519 stanzas; those of other kinds are left out, as the format demands.
    case keys([X25519Stanza])
    case passphrase(ScryptStanza)
  }

  let lock: Lock
  /// How many bytes of the file it takes.
  let size: Int
  /// The bytes under the MAC, as they were read: up to and including `---`.
  private let covered: ArraySlice<UInt8>
  private let mac: [UInt8]

  /// Reads the header that a binary file begins with.
  init(of file: [UInt8]) throws(AgeError) {
    guard file.starts(with: Self.version) else { throw .notAge }
    var lines = Lines(file[Self.version.count..<min(file.count, Self.mostBytes)])
    var stanzas: [Stanza] = []
    while true {
      let start = lines.place
      guard let line = lines.next() else { throw .damaged(.header) }
      if line.starts(with: Self.end) {
        guard let mac = Base64.decode(line.dropFirst(Self.end.count + 1)),
          line.dropFirst(Self.end.count).first == UInt8(ascii: " "), mac.count == 32
        else { throw .damaged(.header) }
        self.mac = mac
        covered = file[..<(start + Self.end.count)]
        break
      }
      guard stanzas.count < Age.mostRecipients else { throw .damaged(.header) }
      stanzas.append(try Stanza(line, then: &lines))
    }
    size = lines.place
    lock = try Self.lock(stanzas)
  }

  /// Whether the header was made by somebody who knew the file key.
  func isAuthentic(under key: FileKey) -> Bool {
    HMAC<SHA256>.isValidAuthenticationCode(mac, authenticating: covered, using: key.headerKey)
  }

  /// The header of a new file.
  static func bytes(of stanzas: [Stanza], under key: FileKey) -> [UInt8] {
    let covered = version + stanzas.flatMap(\.text) + end
    let mac = HMAC<SHA256>.authenticationCode(for: covered, using: key.headerKey)
    return covered + [UInt8(ascii: " ")] + Base64.encode(Array(mac)) + [0x0a]
  }

  private static func lock(_ stanzas: [Stanza]) throws(AgeError) -> Lock {
    guard let first = stanzas.first else { throw .damaged(.header) }
    if stanzas.contains(where: { $0.arguments[0] == ScryptStanza.name }) {
      // Beside any other, it would no longer say that the sender knew the passphrase.
      guard stanzas.count == 1 else { throw .damaged(.header) }
      return .passphrase(try ScryptStanza(first))
    }
    var keys: [X25519Stanza] = []
    for stanza in stanzas where stanza.arguments[0] == X25519Stanza.name {
      keys.append(try X25519Stanza(stanza))
    }
    return .keys(keys)
  }

  private static let version = Array("age-encryption.org/v1\n".utf8)
  private static let end = Array("---".utf8)
  private static let mostBytes = 65_536
}
