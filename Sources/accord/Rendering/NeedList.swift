import Agreements
import Journal
import Storage
import Vault

/// Needs as people read them: one's own, and those the other shows.
struct NeedList {
  let session: Session
  let store: Store
  /// Whose list it is; nil where nobody said, and both stand side by side.
  let reader: Partner?
  /// Nil where only what is shared is wanted.
  let own: [KeptNeed]?
  let sharing: [SharedNeed]
  /// Of the agreements that serve one, by id.
  private let titles: [Agreement.ID: String]

  init(
    session: Session, store: Store, reader: Partner?, own: [KeptNeed]?, sharing: [SharedNeed]
  ) throws {
    self.session = session
    self.store = store
    self.reader = reader
    self.own = own
    self.sharing = sharing
    titles = try sharing.flatMap(\.servedBy).reduce(into: [:]) { titles, id in
      titles[id] = try store.agreement(id)?.standing?.wording?.title.text
    }
  }

  private var names: Names { Names(pair: store.pair) }

  var lines: [String] {
    guard session.terminal.outputIsTerminal else { return fields }
    var parts: [[String]] = []
    if let reader {
      parts.append(own.map { ownLines($0, reader) } ?? shownLines(of: reader))
      parts.append(shownLines(of: store.pair.other(than: reader.id)))
    } else {
      parts = store.pair.both.map(shownLines)
    }
    let told = parts.filter { !$0.isEmpty }
    if told.isEmpty {
      return [Sentence("Nothing is shared at the moment.", "现在没有给彼此看的需要。").text]
    }
    return [told.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")]
  }

  private func mine(_ reader: Partner) -> [SharedNeed] {
    sharing.filter { $0.partner == reader.id }
  }

  // MARK: One's own

  private func ownLines(_ own: [KeptNeed], _ reader: Partner) -> [String] {
    let heading = session.terminal.bold(Sentence("What I need", "我的需要").text)
    // What is shown is told even where one's own file no longer has it.
    let strays = mine(reader).filter { shown in !own.contains { $0.id == shown.id } }
    if own.isEmpty, strays.isEmpty {
      return [
        heading,
        Sentence("Nothing here yet. To write one: accord need add", "还没有写。写一个：accord need add")
          .text,
      ]
    }
    let handles = Handles(own.map(\.id) + strays.map(\.id))
    return [heading]
      + strays.flatMap { shown in
        let id = handles.short(shown.id)
        return [line(shown.need, id: id)] + state(shown, now: shown.need, id: id)
      }
      + own.flatMap { kept -> [String] in
        let shown = mine(reader).first { $0.id == kept.id }
        return [line(kept.need, id: handles.short(kept.id))]
          + [shown.map { state($0, now: kept.need, id: handles.short(kept.id)) }].compactMap { $0 }
          .flatMap { $0 }
      }
  }

  /// `contact: a word in between   k7x`
  private func line(_ need: Need, id: String) -> String {
    let first = need.text.text.visibleLines.lines.first { !$0.isEmpty } ?? ""
    let shown = session.terminal.outputIsTerminal ? first.isolated : first
    return need.category.named.before(shown) + "  "
      + session.terminal.dim(id)
  }

  /// What became of it since it is shown; a need that is nobody's but one's own has no such lines.
  private func state(_ shown: SharedNeed, now need: Need, id: String) -> [String] {
    let other = names.other(than: shown.partner)
    var lines = [
      shown.heard
        ? Sentence("\(other): thank you for telling me", "\(other)：听到了，谢谢你告诉我")
        : Sentence("shown to \(other)", "给\(other)看了")
    ]
    if shown.need != need {
      lines.append(
        Sentence(
          "what \(other) sees is as it was before you changed it", "\(other)看到的还是改之前的"))
    }
    lines.append(served(shown, id: id))
    return lines.map { "  " + $0.text }
  }

  private func served(_ shown: SharedNeed, id: String) -> Sentence {
    let titles = shown.servedBy.compactMap { self.titles[$0]?.visible }
    guard !titles.isEmpty else {
      return Sentence(
        "no agreement serves it yet; to suggest one: accord propose --for-need \(id)",
        "还没有为它说好的约定。想提一个：accord propose --for-need \(id)")
    }
    return Sentence(
      "served by: \(titles.joined(separator: ", "))", "为它说好了：\(titles.joined(separator: "、"))")
  }

  // MARK: What is shown

  private func shownLines(of partner: Partner) -> [String] {
    let all = sharing.filter { $0.partner == partner.id }
    if all.isEmpty { return [] }
    let name = partner.name.text.visible
    let handles = Handles(all.map(\.id))
    let heading =
      partner == reader
      ? Sentence("What you show", "你给\(names.other(than: partner.id))看的")
      : Sentence("What \(name) shows you", "\(name)给你看的")
    let plain = Sentence("What \(name) shows", "\(name)的需要")
    return [session.terminal.bold((reader == nil ? plain : heading).text)]
      + all.flatMap { shown -> [String] in
        let id = handles.short(shown.id)
        var lines = shown.need.lines(session.terminal, first: id)
        lines.append("  " + served(shown, id: id).text)
        if shown.heard {
          lines.append(
            "  " + Sentence("thanked for telling", "已经说过：听到了，谢谢你告诉我").text)
        } else if partner != reader {
          lines.append(
            "  "
              + Sentence(
                "to say thank you: accord need heard \(id)", "想说一声听到了：accord need heard \(id)"
              ).text)
        }
        return lines
      }
  }

  // MARK: Scripts

  /// `own|shared|theirs`, id, category, need, trigger, own step, request, whose, `heard`, titles of
  /// what serves it; tab-separated.
  private var fields: [String] {
    let own = own ?? []
    let ownRows = own.map { kept in
      let shown = reader.flatMap { reader in mine(reader).first { $0.id == kept.id } }
      return row(
        shown == nil ? "own" : "shared", kept.id, kept.need, of: reader?.id, shown: shown)
    }
    let known = Set(own.map(\.id))
    let shownRows = sharing.filter { $0.partner != reader?.id || !known.contains($0.id) }.map {
      row(
        $0.partner == reader?.id ? "shared" : "theirs", $0.id, $0.need, of: $0.partner, shown: $0)
    }
    return ownRows + shownRows
  }

  private func row(
    _ whose: String, _ id: Need.ID, _ need: Need, of owner: Partner.ID?, shown: SharedNeed?
  ) -> String {
    [
      whose, String(id.text.prefix(8)), need.category.rawValue, need.text.text.tabField,
      need.trigger?.text.tabField ?? "", need.step?.text.tabField ?? "",
      need.request?.text.tabField ?? "", owner.flatMap { store.pair[$0]?.name.text.tabField } ?? "",
      shown?.heard ?? false ? "heard" : "",
      (shown?.servedBy ?? []).compactMap { titles[$0]?.tabField }.joined(separator: "; "),
    ].joined(separator: "\t")
  }

  var json: [(String, JSON)] {
    [
      ("needs", .array((own ?? []).map { $0.need.json(id: $0.id, []) })),
      (
        "shared",
        .array(
          sharing.map { shown in
            shown.need.json(
              id: shown.id,
              [
                ("by", .string(names.name(shown.partner))), ("heard", .bool(shown.heard)),
                ("on", .string(session.day(shown.sharedAt).iso)),
                ("servedBy", .array(shown.servedBy.map { .string($0.text) })),
              ])
          })
      ),
    ]
  }
}
