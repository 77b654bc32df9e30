import Foundation
import Testing

/// What is written in an editor is never dropped without a word.
struct EditorHeadingTests {
  @Test func `a heading nobody knows is told, and what was written is kept`() async throws {
    let sandbox = try Sandbox()
    let household = try await Household.begun(in: sandbox)
    let editor = try sandbox.write(
      "#!/bin/sh\nsed -i 's/^# accord: reason$/# accord: resaon/' \"$1\"\n", to: "editor",
      mode: 0o755)
    let outcome = try await household.program.run(
      ["propose", "cool-down", "--minutes", "30", "--edit", "--yes", "--as", "Mei"],
      environment: ["EDITOR": editor, "VISUAL": nil, "TMPDIR": sandbox.folder])
    #expect(outcome.status == 64)
    let kept = try await household.program.run(
      ["draft", "--as", "Mei"], environment: ["TMPDIR": sandbox.folder])
    #expect(kept.output.contains("# accord: resaon"))
    #expect(try await household.list().isEmpty)
  }
}
