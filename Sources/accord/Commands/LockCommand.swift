import Agreements
import ArgumentParser
import Journal
import Sealing
import Storage

struct LockCommand: Command {
  static var configuration: CommandConfiguration {
    .said(
      "lock", aliases: ["上锁", "密码"],
      Sentence("a password of your own on a shared computer", "共用一台电脑时，设一个自己的密码"),
      examples: [
        Sentence("accord lock", "accord lock"),
        Sentence("accord lock --remove --as Mei", "accord lock --remove --as 小美"),
        Sentence(
          "accord lock --as Mei --passphrase-fd 3 --new-passphrase-fd 4 3<OLD 4<NEW",
          "accord lock --as 小美 --passphrase-fd 3 --new-passphrase-fd 4 3<旧的 4<新的"),
      ],
      notes: Sentence(
        "It seals your key and what you write for yourself. What you agreed stays readable. Nobody can reset it. At the terminal it asks, and shows nothing of what you type; Enter alone changes nothing. Only --remove takes a password away. Each time you get a new key: copies of the old one open what was written before, and say yes to nothing any more.",
        "锁上的是你的钥匙和写给自己的内容；说好的约定照样看得到。\n忘了没有办法重设。在终端里会问你，输入时不显示；直接回车什么都不改。\n只有 --remove 会把密码去掉。\n每次都会换一把新钥匙：留着旧钥匙的人，只打得开以前写的，点的头不再算数。"
      ))
  }

  @Flag(help: .said("no password any more", "不要密码了")) var remove = false
  @OptionGroup var new: NewPassphraseOptions
  @OptionGroup var shared: SharedOptions

  func perform(in session: Session) throws -> Report {
    let source = try source(in: session)
    let store = try session.reading()
    let acting = try session.acting(on: store)
    let keyring = acting.keyring
    let wasLocked = keyring.isLocked
    if remove, !wasLocked { return report(acting, wasLocked: false) }
    // Whoever does not know the old one is not asked for a new one.
    _ = try acting.keys
    let given = try source?.read()
    if !remove, !wasLocked { explain(to: acting) }
    if remove {
      try keyring.setPassword(nil)
    } else if let given {
      try keyring.setPassword(given)
    } else {
      let wasTyped = try sealWithTyped(acting)
      if !wasTyped, wasLocked { return kept }
    }
    return report(acting, wasLocked: wasLocked)
  }

  /// Where the new password comes from; nil where it is asked for, or none is wanted.
  private func source(in session: Session) throws(Problem) -> PassphraseSource? {
    let source = try new.source()
    if remove, source != nil {
      throw Problem(
        "contradiction", .usage,
        Sentence(
          "a new password or --remove: one of them", "新密码和 --remove 只能选一个"))
    }
    if !remove, source == nil, !session.prompt.canAsk {
      throw Problem(
        "missing", .usage,
        Sentence(
          "give the new password with --new-passphrase-file FILE, or take it away with --remove",
          "新密码请用 --new-passphrase-file 文件 给出；不要密码了，就加 --remove"))
    }
    return source
  }

  /// Whether a password was typed.
  private func sealWithTyped(_ acting: Acting) throws -> Bool {
    let name = acting.me.name.text.visible
    return try acting.session.withNewPassphrase(
      acting.keyring.isLocked
        ? Sentence("\(name)'s new password (Enter: keep the old one)", "\(name)的新密码（不改就回车）")
        : Sentence("A password for \(name) (Enter: none)", "给\(name)设的密码（不设就回车）"),
      flag: "--new-passphrase-file"
    ) { try acting.keyring.setPassword($0) } != nil
  }

  /// What a password does and what not, before the first one.
  private func explain(to acting: Acting) {
    let me = acting.me.name.text.visible
    let other = acting.other.name.text.visible
    for line in [
      Sentence(
        "A password seals your key here, and what you write for yourself.",
        "密码锁上的是你在这里的钥匙，还有写给自己的内容。"),
      Sentence(
        "Without it nobody acts as \(me). Who forgets it loses both: nobody can reset it.",
        "不知道密码，谁也不能替\(me)操作。忘了，这两样就都没了，没有办法重设。"),
      Sentence(
        "What you agreed stays readable, and \(other) can still end it.",
        "说好的约定照样看得到，\(other)还是可以不再约定任何一条。"),
      Sentence(
        "You get a new key with it. With a copy of the old one, in a backup perhaps, nobody agrees to anything any more;",
        "同时换一把新钥匙。旧钥匙的副本（比如备份里的）不能再答应什么；"),
      Sentence(
        "it can still say no or end, and open what \(me) wrote for themselves before.",
        "但还能说“不”、能不再约定，也打得开\(me)以前写给自己的。"),
    ] { acting.session.remark(line) }
  }

  /// A slip of the finger takes no password away.
  private var kept: Report {
    .says(
      Sentence(
        "Nothing was changed: the password is the old one. To remove it: accord lock --remove",
        "什么都没动，还是原来的密码。不要密码了：accord lock --remove"),
      json: ("locked", .bool(true)))
  }

  private func report(_ acting: Acting, wasLocked: Bool) -> Report {
    let name = acting.me.name.text.visible
    let isLocked = acting.keyring.isLocked
    let sentence =
      switch (wasLocked, isLocked) {
      case (false, true):
        Sentence(
          "\(name) has a password here now. To change it: accord lock. To remove it: accord lock --remove",
          "\(name)在这里有密码了。想改：accord lock。不要了：accord lock --remove")
      case (true, true):
        Sentence("The password is changed.", "密码改好了。")
      case (true, false):
        Sentence(
          "The password is gone: whoever sits here can act as \(name).",
          "密码去掉了：坐在这里的人，能替\(name)操作。")
      case (false, false):
        Sentence(
          "\(name) has no password: whoever sits here can act as \(name).",
          "\(name)没有密码：坐在这里的人，能替\(name)操作。")
      }
    return .says(sentence, json: ("locked", .bool(isLocked)))
  }
}
