import Agreements
import ArgumentParser
import Journal
import Storage

struct LogCommand: Command {
  static var configuration: CommandConfiguration {
    .said(
      "log", aliases: ["来龙去脉"],
      Sentence("everything that happened, oldest first", "来龙去脉，从最早开始"),
      examples: [
        Sentence("accord log", "accord log"),
        Sentence("accord log \"half an hour\"", "accord log 半小时"),
      ])
  }

  @OptionGroup var target: ReferenceArgument
  @OptionGroup var shared: SharedOptions

  func perform(in session: Session) throws -> Report {
    let store = try session.reading()
    let chosen = try target.reference.map { reference in
      try session.choose(
        reference, from: try store.everything(), of: store,
        nothing: .nothingHere)
    }
    let events = try store.events(on: chosen?.id)
    let history = try History(
      session, store, about: try chosen.map { [$0] } ?? store.everything())
    if session.options.json {
      return Report(json: [("entries", history.json(events))])
    }
    return Report(lines: history.lines(events))
  }
}
