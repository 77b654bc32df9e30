import Agreements
import Sealing
import Storage

// What an earlier run left of somebody's text: sealed at the next command, and told its writer.

extension Session {
  /// All that is left in the folders for temporary files, of whatever couple.
  func leftDrafts() -> [LeftDraft] {
    LeftDraft.all(in: DraftFolder.parents(environment: environmentValue))
  }

  /// Those of one partner.
  func leftDrafts(of partner: Partner) -> [LeftDraft] {
    leftDrafts().filter { $0.writer == partner.id }
  }

  /// Seals what lies in the plain for whoever wrote it; no password is needed for that.
  ///
  /// Nothing is said here, and no command fails for it: what could not be sealed stays, and its
  /// writer and `doctor` are told.
  /// - Returns: whether anything is left, sealed or not.
  func sealLeftDrafts() -> Bool {
    let left = leftDrafts().filter { $0.writer != nil }
    guard left.contains(where: { !$0.isSealed }), let store = try? Store.reading(folder) else {
      return !left.isEmpty
    }
    for draft in left where !draft.isSealed {
      guard let writer = draft.writer.flatMap({ store.pair[$0] }),
        let recipient = try? recipient(of: writer, on: store)
      else { continue }
      try? draft.seal(to: recipient)
    }
    return true
  }

  /// Whom something is sealed for that this partner alone is to open: by their key, or where a
  /// password seals that, by what the store says of it.
  private func recipient(of partner: Partner, on store: Store) throws -> AgeRecipient? {
    let keyring = try Keyring(of: partner, on: store, in: self)
    let text =
      keyring.isOpen ? try keyring.keys().recipient : store.recipient(of: keyring.device)
    return text.flatMap { AgeRecipient($0) }
  }

  /// Tells whoever acts of what they left, until they read it at a terminal.
  func tellOfLeftDrafts() {
    guard !options.json, let store = try? Store.reading(folder),
      let reader = seat.partner ?? (try? knownPartner(of: store))
    else { return }
    for draft in leftDrafts(of: reader) where !draft.wasTold {
      remark(draft.notice)
      if terminal.errorIsTerminal { draft.markTold() }
    }
  }
}

/// Who acts or reads in this run, once that is known.
final class Seat {
  var partner: Partner?
}
