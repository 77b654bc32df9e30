import Agreements
import Files
import Storage
import SystemPackage

// What is said of a file that a backup is made from or restored from, and of what a restore did.

extension FileFault {
  /// The file and what is wrong with it: the beginning of a sentence.
  var named: Sentence {
    let file = name.visible
    return switch reason {
    case .notAFile: Sentence("\(file) is no plain file", "\(file) 不是普通文件")
    case .tooLarge: Sentence("\(file) is far too large", "\(file) 大得不正常")
    case .unknownName: Sentence("\(file) bears no name that Accord gives", "\(file) 不是 Accord 起的名字")
    case .misnamed: Sentence("\(file) holds the key of another name", "\(file) 里的钥匙和文件名对不上")
    case .damaged: Sentence("\(file) is damaged", "\(file) 有损坏")
    case .tooMuchWork:
      Sentence("\(file) asks for more work than any password needs", "\(file) 要求的计算量大得不正常")
    case .ofNobody: Sentence("\(file) belongs to neither of you", "\(file) 不是你们俩的")
    }
  }

  /// What `backup` says of it beside the result.
  var remark: Sentence {
    let what = named
    return switch reason {
    case .unknownName:
      Sentence("\(what.english), so it is not in the copy.", "\(what.chinese)，没有放进备份。")
    case .ofNobody:
      Sentence(
        "\(what.english); it is in the copy, and a restore leaves it out.",
        "\(what.chinese)；备份里有，恢复时不会放回去。")
    case .notAFile, .tooLarge, .misnamed, .damaged, .tooMuchWork:
      Sentence(
        "\(what.english), in the copy too; a restore refuses a copy with it.",
        "\(what.chinese)，备份里也一样；带着它的备份恢复不了。")
    }
  }
}

extension Problem {
  /// Why nothing was copied.
  init(_ fault: FileFault) {
    let what = fault.named
    self.init(
      "damaged", .data,
      Sentence(
        "\(what.english), so nothing was copied and nothing was changed; mend or move that file, or name another backup",
        "\(what.chinese)，所以没有复制，什么都没有改动；请修好或移走这个文件，或者换一份备份"))
  }

  init(_ refusal: RestoreRefusal) {
    switch refusal {
    case .sameFolder:
      self.init(
        "own-store", .usage,
        Sentence(
          "that is the store itself; nothing was changed, name a backup",
          "这就是现在存约定的文件夹，什么都没有改动；请写备份的文件夹"))
    case .insideStore:
      self.init(
        "own-store", .usage,
        Sentence(
          "this backup lies inside the store; nothing was changed, move it out first",
          "这份备份就在存约定的文件夹里面，什么都没有改动；请先把它移出来"))
    case .noKey:
      self.init(
        "no-backup", .data,
        Sentence(
          "this copy holds no key, so nobody could act from it; nothing was changed, name another backup",
          "这份备份里没有钥匙，恢复了也没法操作，什么都没有改动；请换一份备份"))
    }
  }
}

extension Sentence {
  static func recovered(_ path: FilePath) -> Sentence {
    let path = path.string.visible
    return Sentence(
      "A restore before this was broken off; what it had in hand is kept in \(path)",
      "上一次恢复没做完，没换成的那一份留在 \(path)")
  }
}

extension Restoration {
  /// What both should know beside the result, a line each.
  var remarks: [Sentence] {
    var remarks: [Sentence] = []
    if let names = names(guarded) {
      remarks.append(
        Sentence(
          "\(names.english): a password is set, so key and private side stay as they are now.",
          "\(names.chinese)设了密码，钥匙和写给自己的内容都没有换，还是现在的。"))
    }
    if let names = names(leftOut) {
      remarks.append(
        Sentence(
          "\(names.english): the key in the backup was left out, because a key with a password is here and neither history says whose it is.",
          "\(names.chinese)在备份里的钥匙没有放回来：这里有一把设了密码的钥匙，可两边的历史都看不出是谁的。"))
    }
    if let names = names(withoutKey) {
      remarks.append(
        Sentence(
          "\(names.english): no key that this history knows is here, so nobody can act with it for now.",
          "\(names.chinese)：这里没有这段历史认得的钥匙，暂时没法操作。"))
    }
    for name in strangers.sorted() {
      let file = name.visible
      remarks.append(
        Sentence(
          "\(file) in the backup belongs to neither of you, so it was left out.",
          "备份里的 \(file) 不是你们俩的，没有放回来。"))
    }
    return remarks + recovered.map { .recovered($0) }
  }

  private func names(_ partners: Set<Partner.ID>) -> Sentence? {
    let names = pair.both.filter { partners.contains($0.id) }.map(\.name.text.visible).sorted()
    guard !names.isEmpty else { return nil }
    return Sentence(
      names.joined(separator: Language.english.comma),
      names.joined(separator: Language.chinese.comma))
  }
}
