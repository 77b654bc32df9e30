import Agreements
import ArgumentParser
import Journal
import Sealing
import Storage

struct InitCommand: Command {
  static var configuration: CommandConfiguration {
    .said(
      "init", aliases: ["开始"],
      Sentence("begin: both partners on this computer", "开始：两个人用这台电脑"),
      examples: [
        Sentence("accord init Mei Lin", "accord init 小美 阿林")
      ],
      notes: Sentence(
        "Whoever sits at this computer can read everything, and act as either of you until each has a password: accord lock.",
        "能用这个账户的人都看得到全部内容；\n各自设密码（accord lock）之前，也能替你们当中任何一个人操作。"))
  }

  @Argument(help: .said("what each is called", "各自怎么称呼", value: ("NAME", "名字")))
  var names: [String] = []

  @OptionGroup var shared: SharedOptions

  func perform(in session: Session) throws -> Report {
    guard names.count == 2 else {
      throw Problem(
        "missing", .usage,
        Sentence(
          "name both of you: accord init Mei Lin", "请写上两个人的名字：accord init 小美 阿林"))
    }
    let partners = try names.map { name -> Partner.Name in
      do throws(WordProblem) { return try Partner.Name(name) } catch {
        throw Problem(error, of: Sentence("a name", "名字"))
      }
    }
    for name in names where Partner.isConfusing(name) {
      throw Problem(
        "bad-name", .usage,
        Sentence(
          "\"\(name.visible)\" would be mistaken for something else; use a name you call each other by",
          "“\(name.visible)”容易和别的弄混，请用平时叫的名字"))
    }
    if Token(names[0]) == Token(names[1]) {
      throw Problem(
        "same-name", .usage,
        Sentence(
          "two different names, please, so that each can be told from the other",
          "请用两个不同的名字，好分得清谁是谁"))
    }
    let keys = partners.map { _ in DeviceKeys.generate() }
    let founders = try zip(partners, keys).map { name, keys in
      Store.Founder(
        name: name, key: try keys.withSigningSeed { try SigningKey(seed: $0) },
        recipient: keys.recipient)
    }
    let store = try Store.create(in: session.folder, founders: founders, at: session.clock.now) {
      for key in keys { try key.save(in: session.folder) }
    }
    return .says(
      Sentence(
        "Ready. Anyone using this account can read it, and act as either of you.",
        "好了。能用这个账户的人都看得到，也能替你们当中任何一个人操作。"),
      Sentence(
        "Next: accord propose, accord safety; a password of your own each: accord lock",
        "接着：accord propose，说明：accord safety，各设一个密码：accord lock"),
      json: (
        "partners", .array(store.pair.both.map { .string($0.name.text) })
      ))
  }
}
