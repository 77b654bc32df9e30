import Agreements
import Files
import Journal
import Sealing
import Storage
import SystemPackage

/// A store that is open, and the one who acts on it.
struct Acting {
  let session: Session
  let store: Store
  let keyring: Keyring

  var me: Partner { keyring.partner }
  var other: Partner { store.pair.other(than: me.id) }

  /// The keys of the one who acts; a password that seals them is asked for now, and once.
  var keys: DeviceKeys {
    get throws { try keyring.keys() }
  }

  /// As whom something is signed.
  var writer: Writer {
    get throws {
      Writer(
        partner: me, key: try keys.withSigningSeed { try SigningKey(seed: $0) },
        isSealed: keyring.isLocked, mayGive: keyring.mayGive)
    }
  }

  /// After something was kept: its owner remembers where their own history ends. It is kept in any
  /// case, and a memory that stays behind says nothing.
  func remember(_ writer: Writer) {
    guard keyring.isLocked, let end = try? store.end(of: writer.key.verifying.device) else {
      return
    }
    keyring.remember(end)
  }

  /// Runs one write transaction; a refusal is told with the names at hand.
  ///
  /// Where a password seals the keys, the body runs once before, to see whether they are needed.
  func write<Result>(
    about reference: String? = nil, _ body: (Pen) throws -> Result
  ) throws -> Result {
    do {
      let zone = session.clock.rules
      if !keyring.isOpen,
        let result = try store.foresee(as: me, at: session.clock.again.now, in: zone, body)
      {
        return result
      }
      // Before anything is held: a person takes time to answer.
      let writer = try writer
      // When it is done counts, not when it was begun: a yes is of the night it was said in.
      let result = try store.write(as: writer, at: session.clock.again.now, in: zone, body)
      session.deeds.add()
      remember(writer)
      return result
    } catch let refusal as Refusal {
      throw Problem(refusal, in: context(reference))
    } catch EntryProblem.tooLarge {
      throw Problem(StoreError.tooLarge)
    }
  }

  /// Asks the domain without writing; a refusal is told with the names at hand.
  func judged<Result>(
    about reference: String? = nil, _ body: () throws -> Result
  ) throws -> Result {
    do { return try body() } catch let refusal as Refusal {
      throw Problem(refusal, in: context(reference))
    }
  }

  private func context(_ reference: String?) -> Problem.Context {
    session.context(of: store.pair, actor: me, about: reference)
  }

  func json(_ agreement: Agreement) -> JSON {
    AgreementJSON(session: session, pair: store.pair, reader: me).object(agreement)
  }
}

extension Session {
  func reading() throws -> Store {
    try found { try Store.reading(folder) }
  }

  /// Where there is no store, one that an interrupted restore laid aside is named.
  private func found(_ open: () throws -> Store) throws -> Store {
    do {
      let store = try open()
      deeds.store = store
      return store
    } catch let error as StoreError {
      // SQLite calls damaged what it could not read.
      if error == .damaged { try Store.checkReads(folder) }
      var problem = Problem(error)
      if error == .noStore, let name = folder.path.lastComponent?.string {
        let parent = Folder(around: folder.path)
        let aside = (try? parent.entries())?.last { $0.hasPrefix("\(name)-replaced-") }
        if let aside, let path = try? parent.path(to: aside) {
          problem.hint = Sentence(
            "an earlier one lies in \(path.string.visible); to put it back: accord restore there",
            "之前的留在 \(path.string.visible)，可以用 accord restore 恢复它")
        }
      }
      if error == .noStore, problem.hint == nil,
        let keys = try? DeviceKeys.available(in: folder), !keys.isEmpty
      {
        problem = Problem(
          problem.code, problem.exit,
          Sentence(
            "there are keys here and no agreements. From a backup: accord restore DIR; to begin anew: accord init Mei Lin",
            "这里有钥匙，没有约定。有备份：accord restore 备份文件夹；重新开始：accord init 小美 阿林"))
      }
      throw problem
    }
  }

  /// Opens for writing. A folder that others can look into is closed to them, and that is told.
  func writing() throws -> Store {
    let store = try found { try Store.writing(folder) }
    let wide = (try? folder.widerThanPrivate()) ?? []
    if !wide.isEmpty, !wide.contains(where: { $0.hasSuffix(".key") }),
      (try? folder.tighten()) != nil
    {
      remark(
        Sentence(
          "others on this computer could look into your folder; it is closed to them now",
          "这台电脑上别的账户原来能看到你们的文件夹，现在已经收紧了"))
    }
    return store
  }

  // MARK: Who

  /// Who acts or reads, where that is known without asking: who the command line says, else the
  /// only partner whose keys lie on this computer.
  func knownPartner(of store: Store) throws -> Partner? {
    if let named = try named(in: store.pair) { return named }
    let here = try partnersHere(store)
    return here.count == 1 ? here.first : nil
  }

  /// The partners whose keys lie on this computer.
  func partnersHere(_ store: Store) throws -> [Partner] {
    let keys = Set(try DeviceKeys.available(in: store.folder))
    let owners = try store.devices().filter { keys.contains($0.key.text) }.values
    return store.pair.both.filter { owners.contains($0.id) }
  }

  /// Who the command line says acts; nil where it does not say.
  private func named(in pair: Pair) throws -> Partner? {
    let told = options.actor ?? environmentValue("ACCORD_AS").flatMap { $0.isEmpty ? nil : $0 }
    guard let told else { return nil }
    guard let partner = pair.partner(typed: told) else { throw Problem.nobody(told, in: pair) }
    return partner
  }

  func acting(on store: Store) throws -> Acting {
    try acting(on: store, as: knownPartner(of: store))
  }

  /// - Parameter known: who acts; where that is nil, it is asked.
  func acting(on store: Store, as known: Partner?) throws -> Acting {
    let partner = try known ?? askWho(of: store.pair)
    seat.partner = partner
    return Acting(
      session: self, store: store, keyring: try Keyring(of: partner, on: store, in: self))
  }

  func askWho(of pair: Pair) throws -> Partner {
    try prompt.menu(
      Menu(pair.both.map { Menu.Choice($0, titled: $0.name.text) }),
      question: Sentence("Who is this?", "现在是谁？"), otherwise: Problem.who(pair))
  }

  /// What a sentence about a refusal can name.
  func context(
    of pair: Pair, actor: Partner?, about reference: String? = nil
  ) -> Problem.Context {
    Problem.Context(
      actor: actor, other: actor.map { pair.other(than: $0.id) }, reference: reference,
      today: today, day: { day($0) }, time: { time($0) })
  }
}

extension Problem {
  static func nobody(_ told: String, in pair: Pair) -> Problem {
    let shown = told.visible.truncated(to: 40)
    let (first, second) = (
      pair.first.name.text.visible.quotedForShell, pair.second.name.text.visible.quotedForShell
    )
    return Problem(
      "who", .usage,
      Sentence(
        "\(shown) is neither of you: --as \(first) or --as \(second)",
        "这里没有“\(shown)”。写 --as \(first) 或 --as \(second)"))
  }

  static func who(_ pair: Pair) -> Problem {
    let first = pair.first.name.text.visible.quotedForShell
    let second = pair.second.name.text.visible.quotedForShell
    return Problem(
      "who", .usage,
      Sentence(
        "who is this? --as \(first) or --as \(second)",
        "是谁在操作？--as \(first) 或 --as \(second)"))
  }
}
