import Agreements
import ArgumentParser
import Journal
import Storage
import Vault

struct SteadyShowCommand: Command {
  static var configuration: CommandConfiguration {
    .said(
      "show", aliases: ["看"],
      Sentence("what helps now", "现在用得上的"),
      examples: [Sentence("accord steady", "accord 稳一稳")],
      notes: Sentence(
        "It changes nothing and leaves no trace. A password is asked for only for your own part; Enter leaves that out.",
        "什么都不会改，也不留痕迹。只有你自己写的那部分要密码，回车就跳过。"))
  }

  @OptionGroup var shared: SharedOptions

  func perform(in session: Session) throws -> Report {
    let store = try session.reading()
    let reader = try session.knownPartner(of: store) ?? session.askWho(of: store.pair)
    let comfort = try Comfort(for: reader, in: store, session: session)
    if session.options.json {
      return Report(json: comfort.json(try session.footing(of: reader, on: store)))
    }
    // What is shared is there at once, whatever becomes of the rest.
    let onTerminal = session.terminal.outputIsTerminal
    var output = Output.standard
    output.lines(onTerminal ? comfort.shared : comfort.sharedFields)
    try output.flush()
    let own = try session.footing(of: reader, on: store)
    return Report(lines: onTerminal ? comfort.own(own) : comfort.ownFields(own))
  }
}
