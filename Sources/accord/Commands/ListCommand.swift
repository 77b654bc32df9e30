import Agreements
import ArgumentParser
import Journal
import Storage

struct ListCommand: Command {
  static var configuration: CommandConfiguration {
    .said(
      "list", aliases: ["我们说好的", "列表"],
      Sentence("what you agreed", "我们说好的"),
      examples: [
        Sentence("accord list", "accord list"),
        Sentence("accord list --all", "accord list --all"),
        Sentence(
          "accord list --kind boundary --status ended", "accord list --kind 边界 --status 不再约定"),
      ])
  }

  @Flag(help: .said("everything there ever was", "从前到现在的全部")) var all = false
  @Option(
    help: .said("only this kind", "只看这一种", value: ("KIND", "种类")),
    completion: .names(of: Kind.self))
  var kind: String?
  @Option(
    help: .said("only in this state", "只看这种状态", value: ("STATUS", "状态")),
    completion: .names(of: Status.self))
  var status: String?
  @OptionGroup var shared: SharedOptions

  func perform(in session: Session) throws -> Report {
    let kind = try kind.map { text throws(Mistyped) in try Kind(typed: text) }
    let status = try status.map { text throws(Mistyped) in try Status(typed: text) }
    let store = try session.reading()
    let isPlain = !all && status == nil
    let now = session.clock.now
    let inForce = try isPlain ? store.inForce(at: now) : []
    var summaries = try isPlain ? inForce : store.everything()
    if let kind { summaries.removeAll { $0.kind != kind } }
    if let status { summaries.removeAll { $0.status(at: now) != status } }
    let listing = Listing(
      session: session, pair: store.pair, reader: try session.knownPartner(of: store),
      talks: isPlain && session.terminal.outputIsTerminal && !session.options.json
        ? try session.talks(in: store, among: inForce) : [])
    if session.options.json {
      return Report(json: [("agreements", try listing.json(summaries, in: store))])
    }
    return Report(
      lines: isPlain && kind == nil ? listing.inForce(summaries) : listing.all(summaries))
  }
}
