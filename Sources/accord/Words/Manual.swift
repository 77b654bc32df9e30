import ArgumentParser

/// The man page: the help of every command, in roff.
enum Manual {
  static var page: String {
    var lines = [
      ".TH ACCORD 1 \"\" \"accord \(Accord.version)\"",
      ".SH " + Sentence("NAME", "名称").text,
      "accord \\- " + escaped(Accord.configuration.abstract),
      ".SH " + Sentence("SYNOPSIS", "用法").text,
      escaped(Sentence("accord [COMMAND] [OPTIONS]", "accord [命令] [选项]").text),
      ".SH " + Sentence("COMMANDS", "命令").text,
    ]
    for verb in Verb.all {
      lines.append(".SS " + escaped(verb.name))
      lines.append(".nf")
      lines += Help.text(for: verb).split(separator: "\n", omittingEmptySubsequences: false)
        .map { escaped(String($0)) }
      lines.append(".fi")
    }
    lines += section(
      Sentence("ENVIRONMENT", "环境变量"),
      [
        Sentence("ACCORD_STORE  where the agreements lie", "ACCORD_STORE  约定放在哪个文件夹"),
        Sentence("ACCORD_AS     who acts", "ACCORD_AS     是谁在操作"),
        Sentence(
          "ACCORD_NOW    the time, for tests and scripts: 2026-11-21T20:00:00+08:00",
          "ACCORD_NOW    当作现在的时间，给测试和脚本用：2026-11-21T20:00:00+08:00"),
        Sentence("NO_COLOR      no colour", "NO_COLOR      不要颜色"),
        Sentence("VISUAL, EDITOR  for --edit", "VISUAL, EDITOR  --edit 用的编辑器"),
      ])
    lines += section(
      Sentence("EXIT STATUS", "退出码"),
      [
        Sentence("0   done", "0   完成"),
        Sentence("1   refused by a rule of Accord", "1   按 Accord 的规则不能这样做"),
        Sentence("64  the command line could not be used", "64  命令写得不对"),
        Sentence("65  damaged or unreadable data, or a newer store", "65  数据有损坏、读不了，或来自新版"),
        Sentence("66  no agreements here yet", "66  这里还没有约定"),
        Sentence(
          "69  this computer lacks what it takes: a clipboard, a desktop", "69  这台电脑上缺要用的东西：剪贴板、桌面"),
        Sentence("70  a mistake of Accord itself", "70  Accord 自己的错"),
        Sentence("74  reading or writing failed", "74  读写出错"),
        Sentence("75  someone else is writing", "75  正好有人在写"),
        Sentence("77  no key, one others can read, or not its password", "77  没有钥匙、别人能读到、密码不对"),
        Sentence("130 stopped with Ctrl-C", "130 用 Ctrl-C 停下了"),
      ])
    lines += [
      ".SH " + Sentence("SAFETY", "觉得不安全时").text, ".nf",
    ]
    lines += Safety.page.text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { escaped(String($0)) }
    lines.append(".fi")
    return lines.joined(separator: "\n")
  }

  private static func section(_ heading: Sentence, _ body: [Sentence]) -> [String] {
    [".SH " + heading.text, ".nf"] + body.map { escaped($0.text) } + [".fi"]
  }

  private static func escaped(_ text: String) -> String {
    let text = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    return text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" + text : text
  }
}
