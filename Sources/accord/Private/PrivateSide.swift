import Agreements
import Sealing
import Storage
import Vault

/// One partner's private side, as the one who opened it.
///
/// The shared store is opened for reading only: nothing private changes a byte of it (rule S13).
struct PrivateSide {
  let acting: Acting

  /// Everything in it, as of now. What its owner's present key did not sign yet is signed where it
  /// is opened, if it can be; from then on only what is signed is taken.
  func read() throws -> Vault {
    let keyring = acting.keyring
    let vault = try Vault.read(in: acting.store.folder, as: keyring.owner())
    if vault.isSigned { return vault }
    let signed = try? Vault.sign(in: acting.store.folder, as: keyring.owner()) {
      try keyring.remember($0)
    }
    return signed ?? vault
  }

  /// Changes it: all of what the body does is kept, or nothing.
  func change<Result>(_ body: (Vault.Pen) throws -> Result) throws -> Result {
    let keyring = acting.keyring
    let result = try Vault.change(
      in: acting.store.folder, as: keyring.owner(), kept: { try? keyring.remember($0) }, body)
    acting.session.deeds.add()
    return result
  }
}

extension Session {
  /// Opens the private side of whoever acts; asks who that is, and for their password.
  ///
  /// Before anything is written: what took somebody ten minutes is not lost for a mistyped
  /// password.
  ///
  /// - Parameter writes: whether something is about to be written there. Before the first of it one
  ///   is told what it means to have no password where both sit (rules S15, S24).
  func privately(writes: Bool = false) throws -> PrivateSide {
    let acting = try acting(on: try reading())
    _ = try acting.keys
    if writes, prompt.canAsk, !acting.keyring.isLocked, try partnersHere(acting.store).count == 2,
      !Vault.isThere(in: acting.store.folder, of: acting.me.id)
    {
      remark(
        Sentence(
          "Without a password of yours, whoever sits here can read this too: accord lock",
          "没设自己的密码，坐在这里的人也能看到这些。设密码：accord lock"))
    }
    return PrivateSide(acting: acting)
  }

  /// One's own footing; nil where a password seals it and none is given.
  func footing(of reader: Partner, on store: Store) throws -> Footing? {
    let keyring = try Keyring(of: reader, on: store, in: self)
    if keyring.isLocked, passphrase == nil {
      guard prompt.canAsk else { return nil }
      let name = reader.name.text.visible
      let isOpen = try prompt.unseen { hidden in
        let typed = try hidden.ask(
          Sentence(
            "\(name)'s password for the rest, or just Enter", "\(name)的密码（看自己写的那部分，不看就回车）"),
          flag: "--passphrase-file")
        guard let passphrase = Passphrase(typed) else { return false }
        if try keyring.open(with: passphrase) { return true }
        remark(Sentence("That is not the password.", "密码不对。"))
        return false
      }
      guard isOpen else { return nil }
    }
    return try PrivateSide(acting: Acting(session: self, store: store, keyring: keyring)).read()
      .footing()
  }
}

extension Acting {
  /// The same partner on the store opened for writing.
  func writing() throws -> Acting {
    Acting(session: session, store: try session.writing(), keyring: keyring)
  }
}
