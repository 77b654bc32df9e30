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
    let (inForce, notAsSigned) = try store.lookedAt(at: now)
    var summaries = try isPlain ? inForce : store.everything(lookedAt: inForce, notAsSigned)
    if let kind { summaries.removeAll { $0.kind != kind } }
    if let status { summaries.removeAll { $0.status(at: now) != status } }
    let listing = Listing(
      session: session, pair: store.pair, reader: try session.knownPartner(of: store),
      talks: isPlain && session.terminal.outputIsTerminal && !session.options.json
        ? try session.talks(in: store, among: inForce) : [])
    if session.options.json {
      return Report(json: [
        ("agreements", try listing.json(summaries, in: store)),
        ("notAsSigned", .array(notAsSigned.map { .string($0.id.text) })),
      ])
    }
    var report = Report(
      lines: isPlain && kind == nil ? listing.inForce(summaries) : listing.all(summaries))
    report.lines += listing.notAsSigned(notAsSigned)
    session.deeds.namesWhatIsNotAsSigned = true
    if !isPlain, session.terminal.outputIsTerminal, !summaries.isEmpty {
      report.remarks.append(
        Sentence(
          "What is in force was checked against its signatures; the rest is shown as listed. To check all of it: accord doctor",
          "现在算数的都核对过签名，其余的只照列表显示。要全部核对：accord doctor"))
    }
    return report
  }
}
