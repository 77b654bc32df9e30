import ArgumentParser

/// Whether hints about wording are wanted this once.
struct HintOptions: ParsableArguments {
  @Flag(name: .customLong("no-hints"), help: .said("no hints about wording", "不要措辞提示"))
  var noHints = false
}
