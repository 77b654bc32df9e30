import Fixtures
import Foundation

/// A store as the program of an earlier schema left it; see `Tests/Fixtures/Stores`.
struct OldStore {
  let name: String

  static let all = (1...6).flatMap { schema in
    ["", "-locked"].map { OldStore(name: "schema-\(schema)\($0)") }
  }

  /// What opens Lin's key, where it is locked.
  static let password = "lin own words"

  private var source: URL { Checkout.root.appendingPathComponent("Tests/Fixtures/Stores/\(name)") }

  /// What the program of that time told of it, as JSON.
  func expected() throws -> Data {
    try Data(contentsOf: source.appendingPathComponent("expected.json"))
  }

  /// The people of the store, with a copy of it, at a moment in RFC 3339.
  func household(at now: String) throws -> Household {
    var household = try Household(in: Sandbox())
    household.program.environment["ACCORD_NOW"] = now
    household.program.environment["TZ"] = "UTC"
    try Inheritance.whileNothingStarts {
      try FileManager.default.createDirectory(
        atPath: household.store, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
      for name in try FileManager.default.contentsOfDirectory(atPath: source.path)
      where name != "expected.json" {
        let path = "\(household.store)/\(name)"
        try FileManager.default.copyItem(
          atPath: source.appendingPathComponent(name).path, toPath: path)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
      }
    }
    return household
  }
}
