import Agreements
import ArgumentParser
import Journal
import Storage

struct ShowCommand: Command {
  static var configuration: CommandConfiguration {
    .said(
      "show", aliases: ["看", "看全文"],
      Sentence("the whole text of one agreement, and how it stands", "看一条约定的全文和经过"),
      examples: [
        Sentence("accord show \"half an hour\"", "accord show 半小时"),
        Sentence("accord show \"half an hour\" --diff", "accord show 半小时 --diff"),
      ])
  }

  @OptionGroup var target: ReferenceArgument
  @Flag(help: .said("what each text changed of the one before", "每次改了哪里")) var diff = false
  @OptionGroup var shared: SharedOptions

  func perform(in session: Session) throws -> Report {
    let store = try session.reading()
    let now = session.clock.now
    let all = try store.inForce(at: now)
    let summary = try session.choose(
      target.reference, from: all.isEmpty ? try store.waiting(at: now) : all, of: store,
      nothing: .nothingHere)
    let agreement = try store.agreement(summary)
    let reader = try session.knownPartner(of: store)
    if session.options.json {
      let form = AgreementJSON(session: session, pair: store.pair, reader: reader)
      var members = [("agreement", form.object(agreement))]
      if diff { members.append(("revisions", form.revisions(of: agreement))) }
      return Report(json: members)
    }
    let sheet = Sheet(
      session: session, pair: store.pair, reader: reader, needs: try store.sharedNeeds(at: now),
      talks: try session.talks(in: store, among: all))
    return Report(
      lines: diff
        ? sheet.changes(of: agreement)
        : sheet.lines(
          of: agreement, shortID: summary.id.text.prefix(try store.shortLength(of: summary.id)))
          + (try History(session, store, about: [summary])
            .lines(try store.events(on: agreement.id))))
  }
}
