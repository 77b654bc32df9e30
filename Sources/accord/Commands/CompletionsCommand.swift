import Agreements
import ArgumentParser
import Journal
import Storage

struct CompletionsCommand: PlainCommand {
  static var configuration: CommandConfiguration {
    .said(
      "completions", aliases: ["补全"],
      Sentence("completions for bash, zsh or fish", "bash、zsh、fish 的补全"),
      examples: [
        Sentence(
          "accord completions zsh > ~/.zfunc/_accord", "accord completions zsh > ~/.zfunc/_accord"),
        Sentence(
          "accord completions fish > ~/.config/fish/completions/accord.fish",
          "accord completions fish > ~/.config/fish/completions/accord.fish"),
      ])
  }

  @Argument(help: .said("bash, zsh or fish", "bash、zsh 或 fish", value: ("SHELL", "SHELL")))
  var shell: String?

  @OptionGroup var shared: SharedOptions

  func report() throws -> Report {
    guard let shell = shell.flatMap(CompletionShell.init(rawValue:)) else {
      throw Problem(
        "bad-value", .usage,
        Sentence("say for which shell: bash, zsh or fish", "给哪个 shell？bash、zsh 或 fish"))
    }
    let script = Completions.script(for: shell)
    return Report(lines: [script], json: [("script", .string(script))])
  }
}
