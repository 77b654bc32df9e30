import Agreements
import ArgumentParser
import Journal
import Storage

struct EndCommand: Command {
  static var configuration: CommandConfiguration {
    .said(
      "end", aliases: ["结束", "不再约定"],
      Sentence("no longer agree to something, at once", "不再约定某一条，马上算数"),
      examples: [
        Sentence("accord end \"half an hour\"", "accord end 半小时")
      ],
      notes: Sentence(
        "Either of you can, alone, without a reason.", "谁都可以，一个人就行，不用理由。"))
  }

  @OptionGroup var target: ReferenceArgument
  @Option(help: .said("a few words, if you like", "想说的话，可以不写", value: ("TEXT", "文字")))
  var note: String?
  @OptionGroup var hints: HintOptions
  @OptionGroup var shared: SharedOptions

  func perform(in session: Session) throws -> Report {
    let note = try session.note(note, Sentence("the note", "这几句话"))
    try session.demandReference(target)
    let store = try session.writing()
    let (acting, agreement, reference) = try session.target(
      target, on: store, nothing: .notInForce
    ) { store, actor in try store.inForce(at: session.clock.now).within(reach: actor) }
    try checkIsMoreThanSuggested(agreement, acting, reference)
    if target.reference == nil, try !isMeant(agreement, session) {
      return .says(
        Sentence("Nothing was changed.", "好，什么都没动。"), json: ("agreement", .null))
    }
    let outcome = try acting.write(about: reference) { try $0.end(agreement.id, note: note) }
    WordingHint(for: acting, isOff: hints.noHints).say(about: note)
    if outcome.agreement.owner != nil {
      return .says(
        outcome.stood ? Self.letGoAlready : Self.letGo,
        json: ("agreement", acting.json(outcome.agreement)))
    }
    return .says(
      outcome.stood
        ? Sentence(
          "This stopped earlier already. To agree again: accord renew \(reference)",
          "这条已经不再约定了。想再约一次：accord renew \(reference)") : Acts.ended(reference),
      json: ("agreement", acting.json(outcome.agreement)))
  }

  static let letGo = Sentence("This is no longer your boundary.", "好，这不再是你的边界了。")
  static let letGoAlready = Sentence("You have let this go already.", "这条你已经放下了。")

  /// What only one said yes to is taken back, or declined.
  private func checkIsMoreThanSuggested(
    _ agreement: Agreement, _ acting: Acting, _ reference: String
  ) throws {
    let now = acting.session.clock.now
    guard agreement.current.isEmpty, let open = agreement.open(at: now).last,
      // What the list says is agreed can be ended, whatever was signed.
      try !acting.store.isNotAsSigned(agreement.id, at: now)
    else { return }
    throw Problem(
      "not-in-force", .refused,
      open.authors.contains(acting.me.id)
        ? Sentence(
          "this is only suggested so far; to take it back: accord withdraw \(reference)",
          "这条只是提了，还没说好。想收回：accord withdraw \(reference)")
        : Sentence(
          "this is only suggested so far; to say not this time: accord decline \(reference)",
          "这条只是提了，还没说好。想说这次不了：accord decline \(reference)"))
  }

  /// Where no name was given, the only candidate is shown before it ends.
  private func isMeant(_ agreement: Agreement, _ session: Session) throws -> Bool {
    let title = agreement.shown?.wording?.title.text ?? Session.erasedTitle.text
    return try session.choose(
      .quoting(title.visible),
      [
        .init(
          Bool?.some(true),
          agreement.owner == nil
            ? Sentence("no longer agree to this", "不再约定这条") : Sentence("let it go", "放下这条")),
        .init(nil, Sentence("leave it", "先不动")),
      ], flag: "REF") ?? false
  }
}
