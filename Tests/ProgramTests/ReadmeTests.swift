import Fixtures
import Foundation
import Testing

/// What the README shows is what the program says: its transcript is a golden one.
struct ReadmeTests {
  @Test(arguments: [("README.md", "first-run.en"), ("README.zh.md", "first-run.zh")])
  func `the first run in the README is the golden transcript`(page: String, name: String) throws {
    let text = try String(contentsOf: Checkout.root.appendingPathComponent(page), encoding: .utf8)
    let golden = try String(contentsOfFile: "\(Transcript.folder)/\(name).txt", encoding: .utf8)
    #expect(text.contains("<!-- transcript: \(name).txt -->\n```console\n\(golden)```\n"))
  }
}
