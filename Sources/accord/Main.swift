import ArgumentParser

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@main
enum Main {
  static func main() {
    Secrecy.keepMemoryOutOfFiles()
    Output.surviveClosedPipes()
    exit(run().rawValue)
  }

  private static func run() -> Exit {
    let asJSON = CommandLine.arguments.prefix { $0 != "--" }.contains("--json")
    do {
      let arguments = try Arguments.checked()
      if let help = try Help.asked(for: arguments) {
        var output = Output.standard
        output.write(help)
        try output.flush()
        return .done
      }
      var command = try Arguments.parsed(arguments)
      try command.run()
      return .done
    } catch let error as OutputError {
      return quit(error)
    } catch let code as ExitCode {
      return Exit(rawValue: code.rawValue) ?? .fault
    } catch {
      return tell(Problem(error, in: .none), asJSON: asJSON)
    }
  }

  private static func tell(_ problem: Problem, asJSON: Bool) -> Exit {
    // A shell asks for candidates: nobody is to be told anything in the middle of a line.
    if CommandLine.arguments.dropFirst().first == Completions.request { return problem.exit }
    do {
      if asJSON {
        try Report.send(Report(json: [("error", problem.json)]), asJSON: true)
      } else {
        var output = Output.error
        output.line("accord: " + problem.sentence.text)
        if let hint = problem.hint { output.line(hint.text) }
        try output.flush()
      }
      return problem.exit
    } catch let error as OutputError {
      return quit(error)
    } catch {
      return .fault
    }
  }

  private static func quit(_ error: OutputError) -> Exit {
    if let sentence = error.sentence {
      var output = Output.error
      output.line("accord: " + sentence.text)
      try? output.flush()
    }
    return Exit(rawValue: error.exitStatus) ?? .input
  }
}
