import Agreements
import ArgumentParser
import Journal
import Sealing
import Storage
import SystemPackage

struct DoctorCommand: Command {
  static var configuration: CommandConfiguration {
    .said(
      "doctor", aliases: ["检查"],
      Sentence("check everything that is kept here", "把这里存的都检查一遍"),
      examples: [Sentence("accord doctor", "accord doctor")],
      notes: Sentence(
        "Every hash, signature and chain, the file itself, and that the tables say what the history says.",
        "每条记录的指纹、签名和先后，文件本身，还有列表和历史对不对得上。"))
  }

  @Flag(help: .said("derive the tables from the history anew", "按历史重新整理列表"))
  var rebuild = false
  @Flag(
    name: .customLong("go-on"),
    help: .said(
      "what is here is right, after a restore: go on from it (asks for the password)",
      "恢复过备份，现在这些就是对的：从这里接着来（要密码）"))
  var goOn = false
  @OptionGroup var shared: SharedOptions

  func perform(in session: Session) throws -> Report {
    if goOn { return try goingOn(in: session) }
    do { return try examined(in: session) } catch {
      guard Problem(error, in: .none).code == "damaged" else { throw error }
      // The usual sentence says to run doctor.
      throw Problem(
        "damaged", .data,
        Sentence(
          "this file is damaged; go back to the last backup: accord restore DIR",
          "文件有损坏，请用备份恢复：accord restore 备份文件夹"))
    }
  }

  private func examined(in session: Session) throws -> Report {
    let changed = rebuild ? try session.writing().rebuild() : nil
    let store = try session.reading()
    let diagnosis = try store.diagnose { count in
      // A large history takes a while.
      if count > 20_000, session.terminal.outputIsTerminal {
        session.remark(Sentence("\(count) entries checked so far", "已核对\(count)条"))
      }
    }
    let keys = try keyFindings(store)
    let pending = try pendingFindings(store)
    let locked = try lockedPartners(store)
    let drafts = session.leftDrafts().compactMap { told($0, store.pair) }
    let findings =
      diagnosis.findings.map {
        $0.sentence(store.pair, on: diagnosis.days[$0].map(session.date))
      } + keys + pending
      + (try session.privateFindings(store)) + Self.leftovers(of: store)
    let json: [(String, JSON)] = [
      ("agreements", .integer(Int64(diagnosis.agreements))),
      ("entries", .integer(Int64(diagnosis.entries))),
      ("erased", .integer(Int64(diagnosis.erased))),
      ("findings", .array(findings.map { .string($0.text) })),
      ("locked", .array(locked.map { .string($0.name.text) })),
      ("drafts", .array(drafts.map { .string($0.text) })),
    ]
    if findings.isEmpty {
      var report = Report.says(
        Sentence(
          "All is well: \(diagnosis.entries) entries, every one signed and in its place; \(diagnosis.agreements) agreements.",
          "都好：\(diagnosis.agreements)条约定，\(diagnosis.entries)条记录，签名和先后都对。"))
      if let changed { report.lines.insert(told(changed: changed), at: 0) }
      report.lines += told(locked) + drafts.map(\.text)
      report.remarks = [Self.unknowable]
      report.json = json
      return report
    }
    var lines =
      (changed.map { [told(changed: $0)] } ?? []) + findings.map(\.text)
      + told(locked) + drafts.map(\.text)
    lines += next(after: diagnosis.findings).map { [$0.text] } ?? []
    return Report(lines: lines, remarks: [Self.unknowable], json: json, exit: .data)
  }

  private func told(changed: Bool) -> String {
    (changed
      ? Sentence("The tables were put right.", "列表按历史改正了。")
      : Sentence("The tables were right already; nothing was changed.", "列表本来就对，什么都没改。")).text
  }

  /// What to do about it, where the findings do not say so themselves.
  private func next(after findings: [Finding]) -> Sentence? {
    let open = findings.filter { !$0.isKeptAside }
    if open.isEmpty {
      let isInDoubt = findings.contains { if case .doubtful = $0 { true } else { false } }
      guard !findings.isEmpty, !isInDoubt else { return nil }
      return Sentence(
        "Nothing of that counts; what the two of you have agreed is as you signed it.",
        "这些都不算数；你们说好的，还是你们签下的样子。")
    }
    return open.allSatisfy { if case .table = $0 { true } else { false } }
      ? Sentence(
        "The history itself is whole. To put the tables right: accord doctor --rebuild",
        "历史本身是完整的。重新整理列表：accord doctor --rebuild")
      : Sentence(
        "To go back to a backup: accord restore DIR", "可以用备份恢复：accord restore 备份文件夹")
  }

  /// A key that was being made when its writer was stopped counts for nothing.
  private func pendingFindings(_ store: Store) throws -> [Sentence] {
    try KeyFile.pending(in: store.folder).filter { store.members[Device.ID($0)] == nil }.map {
      Sentence(
        ".\($0).key.next was left when a password was being set; it counts for nothing. Remove the file.",
        ".\($0).key.next 是设密码时中断留下的，没有任何作用。这个文件可以删掉。")
    }
  }

  /// Whose text was left, and nothing of what it says; nil where it is of another couple.
  private func told(_ draft: LeftDraft, _ pair: Pair) -> Sentence? {
    guard let writer = draft.writer else {
      let path = draft.path.visible
      return Sentence(
        "A text that an earlier version left, of one of you perhaps, lies in \(path): look whose it is, then remove it.",
        "旧版留下的一段文字在 \(path)，也许是你们谁写的：看看是谁的，再删掉。")
    }
    guard let name = pair[writer]?.name.text.visible else { return nil }
    return draft.isSealed
      ? Sentence(
        "A text that \(name) was writing was left unfinished; it is sealed. For \(name): accord draft",
        "\(name)有一段没写完的文字留了下来，已经锁好。\(name)可以用 accord draft 看")
      : Sentence(
        "A text that \(name) was writing was left in \(draft.path.visible), and could not be sealed; for \(name) to keep what is needed and remove it: accord draft remove",
        "\(name)有一段没写完的文字留在 \(draft.path.visible)，没能锁上；\(name)可以先留下要用的，再删掉：accord draft remove")
  }

  /// What no check of a folder can find out.
  private static let unknowable = Sentence(
    "Two things cannot be seen from here: whether the whole folder was put back to an earlier day, and, for somebody without a password, whether their last entries were taken away.",
    "有两件事从这里看不出来：整个文件夹有没有被换回更早的样子；没设密码的人，最后几条记录有没有被拿走。")

  static let noKeys = Sentence(
    "No key of either of you is here: everything can be read, and nobody can act.",
    "这里没有你们的钥匙：都能看，但谁也没法操作。")

  /// A key that has a password is sound as far as can be told without it.
  private func told(_ locked: [Partner]) -> [String] {
    locked.map { partner in
      let name = partner.name.text.visible
      return Sentence(
        "\(name)'s key has a password; what it seals was not opened.",
        "\(name)的钥匙设了密码，锁着的没有打开看。"
      ).text
    }
  }

  /// What a backup or a restore left when it was killed, or a command that wrote a key.
  private static func leftovers(of store: Store) -> [Sentence] {
    Store.leftovers(beside: store.folder).map { path in
      let path = path.string.visible
      return Sentence(
        "Left by a command that was broken off, and keys may be in it: \(path); the next backup or restore here clears it away, or gives it a name that can be seen.",
        "某个命令中断时留下的，里面可能有钥匙：\(path)；下次在这里备份或恢复时会清掉，或者换成一个看得见的名字。")
    }
  }

  private func lockedPartners(_ store: Store) throws -> [Partner] {
    let devices = try store.devices()
    let owners = try DeviceKeys.available(in: store.folder).filter { fingerprint in
      (try? DeviceKeys.isLocked(in: store.folder, fingerprint: fingerprint)) ?? false
    }.map { devices[Device.ID($0)] }
    return store.pair.both.filter { owners.contains($0.id) }
  }

  /// Takes what is here as it is, by the word of the one who remembers otherwise.
  private func goingOn(in session: Session) throws -> Report {
    let acting = try session.acting(on: try session.reading())
    let name = acting.me.name.text.visible
    guard acting.keyring.isLocked else {
      throw Problem(
        "no-password", .usage,
        Sentence(
          "only somebody with a password has something to go on from; \(name) has none",
          "设了密码的人才需要这样做，\(name)没有设密码"))
    }
    _ = try acting.keyring.file()
    let isNews = try acting.keyring.goOn()
    return .says(
      isNews
        ? Sentence("Good: from here on.", "好，从这里接着来。")
        : Sentence("Nothing is missing that \(name) remembers.", "\(name)记得的都在。"),
      json: ("wentOn", .bool(isNews)))
  }

  private func keyFindings(_ store: Store) throws -> [Sentence] {
    let fingerprints = try DeviceKeys.available(in: store.folder)
    if fingerprints.isEmpty { return [Self.noKeys] }
    let findings: [Sentence] = fingerprints.compactMap { fingerprint in
      do {
        if let stray = try stray(fingerprint, in: store) { return stray }
        _ = try DeviceKeys.load(from: store.folder, fingerprint: fingerprint)
        return nil
      } catch KeyFileError.locked {
        return nil
      } catch {
        let problem = Problem(error as any Error, in: .none)
        return Sentence(
          problem.sentence.english.capitalisedFirst + ".", problem.sentence.chinese + "。")
      }
    }
    // The same of both keys is told once.
    return findings.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

extension DoctorCommand {
  /// A key file that nobody acts with: of no device that counts, replaced, or open beside one with
  /// a password.
  private func stray(_ fingerprint: String, in store: Store) throws -> Sentence? {
    let isLocked = try DeviceKeys.isLocked(in: store.folder, fingerprint: fingerprint)
    let file = "\(fingerprint).key"
    guard let member = store.members[Device.ID(fingerprint)],
      let partner = store.pair[member.partner]
    else {
      return isLocked
        ? Sentence(
          "\(file): a key with a password that these agreements do not know; perhaps they were put back to before it was made.",
          "\(file)：一把设了密码、但这份约定不认识的钥匙；可能约定被换回了更早的样子。")
        // A killed `init` may have left it; nobody acts with it.
        : nil
    }
    let name = partner.name.text.visible
    if member.isRetired {
      return Sentence(
        "\(file): a key of \(name)'s that was replaced; it says yes to nothing any more. Remove the file.",
        "\(file)：\(name)换下来的旧钥匙，不能再答应什么。这个文件可以删掉。")
    }
    let others = try DeviceKeys.available(in: store.folder).filter { $0 != fingerprint }
    let isBesideLocked = others.contains { other in
      store.members.acts(other, for: partner)
        && ((try? DeviceKeys.isLocked(in: store.folder, fingerprint: other)) ?? false)
    }
    guard !isLocked, isBesideLocked else { return nil }
    return Sentence(
      "\(file): an open key of \(name)'s beside the one with a password; it is never used.",
      "\(file)：\(name)有一把设了密码的钥匙，这把没上锁的不会被使用。")
  }
}
