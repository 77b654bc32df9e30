import Agreements
import ArgumentParser
import Journal
import Storage

struct BoundaryEndCommand: Command {
  static var configuration: CommandConfiguration {
    .said(
      "end", aliases: ["放下", "结束"],
      Sentence("let a boundary of your own go, at once", "放下自己的一条边界，马上算数"),
      examples: [Sentence("accord boundary end shouted", "accord 边界 放下 吼")])
  }

  @OptionGroup var target: ReferenceArgument
  @OptionGroup var shared: SharedOptions

  func perform(in session: Session) throws -> Report {
    try session.demandReference(target)
    let (acting, agreement, reference) = try session.target(
      target, on: try session.writing(), nothing: .notInForce
    ) { store, actor in
      try store.inForce(at: session.clock.now)
        .filter { $0.promise?.owner != nil }.within(reach: actor)
    }
    guard agreement.owner != nil else {
      throw Problem(
        "not-own", .usage,
        Sentence(
          "this is agreed by both of you; to end it: accord end \(reference)",
          "这是两个人说好的约定。不再约定：accord end \(reference)"))
    }
    let outcome = try acting.write(about: reference) { try $0.end(agreement.id) }
    return .says(
      outcome.stood ? EndCommand.letGoAlready : EndCommand.letGo,
      json: ("agreement", acting.json(outcome.agreement)))
  }
}
