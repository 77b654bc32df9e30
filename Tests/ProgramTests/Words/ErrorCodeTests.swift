import Fixtures
import Foundation
import Testing

/// The words by which scripts tell one error from another.
struct ErrorCodeTests {
  /// A code stands before its exit status, or before its sentence.
  private func codes() throws -> Set<String> {
    let code =
      #/"([a-z]+(?:-[a-z0-9]+)*)",\s*(?:(?:Exit\([^)]*\)[^,]*|\.[a-zA-Z]+),\s*)?(?:Sentence\(|error\.sentence|sentence\))/#
    let folder = Checkout.root.appending(path: "Sources/accord")
    let files = try #require(
      FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    return try files.reduce(into: []) { codes, file in
      guard let file = file as? URL, file.pathExtension == "swift" else { return }
      let text = try String(contentsOf: file, encoding: .utf8)
      codes.formUnion(text.matches(of: code).map { String($0.output.1) })
    }
  }

  @Test func `every code is documented, and nothing else is`() throws {
    let codes = try codes()
    #expect(codes.count > 70)
    let page = try String(
      contentsOf: Checkout.root.appending(path: "Sources/accord/Accord.docc/JSON.md"),
      encoding: .utf8)
    let start = try #require(page.range(of: "## Exit statuses")?.lowerBound)
    let end = try #require(page.range(of: "With `ambiguous`")?.lowerBound)
    let documented = Set(
      page[start..<end].matches(of: #/`([a-z]+(?:-[a-z0-9]+)*)`/#).map {
        String($0.output.1)
      })
    // Chosen by what is wrong with a value, and the command that finds things.
    #expect(documented.subtracting(codes) == ["out-of-range", "doctor"])
    #expect(codes.subtracting(documented) == [])
  }
}
