import Crypto
import Files

/// The text of a key file. Keys.md describes it for whoever writes another reader.
extension KeyFile {
  /// Runs what needs the text, which is wiped afterwards.
  func withText<Result, Failure>(
    _ body: ([UInt8]) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var text = text
    defer { text.wipe() }
    return try body(text)
  }

  /// Reads a text; only what ``withText(_:)`` gives is taken.
  ///
  /// The text stays the caller's, to wipe.
  init(text: [UInt8]) throws(KeyFileError) {
    guard let file = KeyFile(lines: text.split(separator: Self.lineFeed)[...]),
      file.withText({ $0 == text })
    else { throw .damaged }
    self = file
  }

  private static let greeting = "# accord key "
  private static let warning = ", keep it to yourself: whoever has it can act as you\n"
  private static let signingLabel = "# signing "
  private static let signingPrefix = "accord-signing-key-"
  private static let identityPrefix = "age-secret-key-"
  private static let lineFeed = UInt8(ascii: "\n")
}

// MARK: - Writing

extension KeyFile {
  private var text: [UInt8] {
    var text: [UInt8] = []
    // A text that grows would leave its old bytes behind.
    text.reserveCapacity(1_024 + 256 * all.count)
    let version = earlier.isEmpty && memory == nil ? 1 : 2
    text += "\(Self.greeting)\(version)\(Self.warning)".utf8
    for keys in all {
      text += Self.signingLabel.utf8
      keys.signingSeed.withUnsafeBytes {
        Bech32.append($0, prefix: Self.signingPrefix, to: &text)
      }
      text.append(Self.lineFeed)
      keys.identity.withUnsafeBytes {
        Bech32.append($0, prefix: Self.identityPrefix, to: &text)
      }
      text.append(Self.lineFeed)
    }
    text += (memory?.text ?? "").utf8
    return text
  }
}

extension KeyFile.Memory {
  fileprivate var text: String {
    let head = head.map { "# head \($0.sequence) \($0.id)\n" } ?? ""
    let vault = vault.map { "# vault \($0.counter) \($0.device)\n" } ?? ""
    return """
      # couple \(couple)
      # partner \(partner)
      # founders \(founders.joined(separator: " "))

      """ + head + vault
  }
}

// MARK: - Reading

// Order, spaces and the rest are not looked at: the text is written again and compared.

extension KeyFile {
  private init?(lines: ArraySlice<ArraySlice<UInt8>>) {
    var lines = lines.dropFirst()
    var all: [DeviceKeys] = []
    while let first = lines.first, first.starts(with: Self.signingLabel.utf8) {
      guard all.count <= Self.mostEarlier, let second = lines.dropFirst().first,
        let keys = Self.keys(first.dropFirst(Self.signingLabel.utf8.count), second)
      else { return nil }
      all.append(keys)
      lines = lines.dropFirst(2)
    }
    guard let keys = all.first else { return nil }
    var memory: Memory?
    if !lines.isEmpty {
      memory = Memory(lines: lines)
      guard memory != nil else { return nil }
    }
    self.init(keys: keys, earlier: Array(all.dropFirst()), memory: memory)
  }

  private static func keys(
    _ signing: ArraySlice<UInt8>, _ identity: ArraySlice<UInt8>
  ) -> DeviceKeys? {
    guard var seed = Bech32.secret(in: signing, prefix: signingPrefix) else { return nil }
    defer { seed.wipe() }
    guard var secret = Bech32.secret(in: identity, prefix: identityPrefix) else { return nil }
    defer { secret.wipe() }
    return DeviceKeys(identity: secret, signingSeed: seed)
  }
}

extension KeyFile.Memory {
  fileprivate init?(lines: ArraySlice<ArraySlice<UInt8>>) {
    var values: [Substring: [String]] = [:]
    for line in lines {
      let words = String(decoding: line, as: UTF8.self).split(separator: " ")
      guard words.count >= 3 else { return nil }
      values[words[1]] = words.dropFirst(2).map { String($0) }
    }
    guard let couple = values["couple"]?.first, let partner = values["partner"]?.first,
      let founders = values["founders"]
    else { return nil }
    self.init(couple: couple, partner: partner, founders: founders)
    if let head = values["head"] {
      guard let sequence = Int64(head[0]), let id = head.last,
        let head = KeyFile.Head(sequence: sequence, id: id)
      else { return nil }
      self.head = head
    }
    if let vault = values["vault"] {
      guard let counter = Int64(vault[0]), let device = vault.last,
        let mark = VaultMark(counter: counter, device: device)
      else { return nil }
      self.vault = mark
    }
  }
}
