import Agreements
import ArgumentParser
import Journal
import Storage

struct BoundaryListCommand: Command {
  static var configuration: CommandConfiguration {
    .said(
      "list", aliases: ["列表"],
      Sentence("the own boundaries of both of you", "两个人各自的边界"),
      examples: [Sentence("accord boundary list", "accord 边界 列表")])
  }

  @OptionGroup var shared: SharedOptions

  func perform(in session: Session) throws -> Report {
    let store = try session.reading()
    let own = try store.inForce(at: session.clock.now).filter { $0.promise?.owner != nil }
    let listing = Listing(
      session: session, pair: store.pair, reader: try session.knownPartner(of: store))
    if session.options.json {
      return Report(json: [("agreements", try listing.json(own, in: store))])
    }
    guard session.terminal.outputIsTerminal else { return Report(lines: listing.all(own)) }
    if own.isEmpty {
      return .says(
        Sentence(
          "Neither of you has said one yet. To say yours: accord boundary add",
          "你们都还没有定过。定一条自己的：accord boundary add"))
    }
    let card = try session.card(for: store)
    var lines: [String] = []
    for partner in store.pair.both {
      let theirs = own.filter { $0.promise?.owner == partner.id }
      if theirs.isEmpty { continue }
      if !lines.isEmpty { lines.append("") }
      let name = partner.name.text.visible
      let heading = Sentence("\(name)'s boundary", "\(name)的边界")
      lines.append(session.terminal.bold(heading.text))
      for summary in theirs {
        guard let wording = try store.agreement(summary).standing?.wording else { continue }
        let essence = card.names.essence(of: wording, reader: session.clock.zone)
        lines.append(
          "  \(card.shown(essence.text))  \(session.terminal.dim(summary.shortID))")
      }
    }
    return Report(lines: lines)
  }
}
