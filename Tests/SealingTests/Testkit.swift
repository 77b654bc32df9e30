import Foundation
import Testing

@testable import Sealing

/// The vectors in the folder that `ACCORD_AGE_TESTKIT` names.
enum Testkit {
  static let folder = ProcessInfo.processInfo.environment["ACCORD_AGE_TESTKIT"]
    .map { URL(fileURLWithPath: $0, isDirectory: true) }

  /// All but those that need an identity, or a field, we do not know.
  static let vectors: [Vector] = {
    guard let folder, let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    else { return [] }
    return names.sorted().compactMap { name in
      (try? Data(contentsOf: folder.appendingPathComponent(name))).flatMap {
        Vector(name: name, bytes: $0)
      }
    }
  }()

  enum Secret {
    case keys(DeviceKeys)
    case passphrase(Passphrase)

    func open(_ file: [UInt8]) throws(AgeError) -> [UInt8] {
      switch self {
      case .keys(let keys): try Age.open(file, with: keys)
      case .passphrase(let passphrase): try Age.open(file, with: passphrase)
      }
    }
  }

  struct Vector: Sendable, CustomTestStringConvertible {
    let name: String
    /// The lines before the file, each `key: value`; a key may come again.
    let fields: [String: [String]]
    private let stored: Data

    var testDescription: String { name }
    var expected: String { fields["expect"]?.first ?? "" }

    init?(name: String, bytes: Data) {
      guard let end = bytes.range(of: Data("\n\n".utf8)) else { return nil }
      let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).split(separator: "\n")
      var fields: [String: [String]] = [:]
      for line in lines {
        guard let colon = line.range(of: ": ") else { return nil }
        fields[String(line[..<colon.lowerBound]), default: []].append(
          String(line[colon.upperBound...]))
      }
      let known: Set = [
        "expect", "compressed", "payload", "identity", "passphrase", "armored", "file key",
        "comment",
      ]
      let isOurs = (fields["identity"] ?? []).allSatisfy { $0.hasPrefix("AGE-SECRET-KEY-1") }
      guard known.isSuperset(of: fields.keys), isOurs else { return nil }
      self.name = name
      self.fields = fields
      stored = bytes[end.upperBound...]
    }

    /// What to open it with; where the vector names nothing, any key.
    var secrets: [Secret] {
      let identities = (fields["identity"] ?? []).compactMap { text in
        (try? Bech32(text))?.bytes.flatMap { DeviceKeys(identity: $0, signingSeed: $0) }
          .map(Secret.keys)
      }
      let words = (fields["passphrase"] ?? []).compactMap { Passphrase($0).map(Secret.passphrase) }
      let all = identities + words
      return all.isEmpty ? [.keys(.generate())] : all
    }

    func file() throws -> [UInt8] {
      guard fields["compressed"] == ["zlib"] else { return Array(stored) }
      return try Array(inflated(stored))
    }
  }

  private static func inflated(_ data: Data) throws -> Data {
    let compressed = FileManager.default.temporaryDirectory
      .appendingPathComponent("accord-test-\(UUID().uuidString)")
    try data.write(to: compressed)
    defer { try? FileManager.default.removeItem(at: compressed) }
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "python3", "-c",
      "import sys, zlib; sys.stdout.buffer.write(zlib.decompress(open(sys.argv[1], 'rb').read()))",
      compressed.path,
    ]
    process.standardOutput = output
    try process.run()
    let inflated = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "python3 failed or is not installed")
    return inflated
  }
}
