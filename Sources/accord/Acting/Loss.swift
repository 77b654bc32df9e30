import Agreements

/// What an owner remembers and cannot find.
enum Loss: Hashable {
  case otherCouple, otherFounders
  /// The last entry of their own key.
  case lastEntry
  case privateSide
  /// An older one lies here.
  case olderPrivateSide

  func sentence(for partner: Partner) -> Sentence {
    let name = partner.name.text.visible
    let goingOn = partner.goingOn
    return switch self {
    case .otherCouple:
      Sentence(
        "These are not the agreements \(name)'s key was made for. If you began anew: \(goingOn)",
        "这里的约定，不是\(name)的钥匙原来的那一份。如果是你们重新开始的：\(goingOn)")
    case .otherFounders:
      Sentence(
        "These agreements were begun with other keys than \(name) remembers. If you began anew: \(goingOn)",
        "这份约定最初的钥匙，和\(name)记得的不一样。如果是你们重新开始的：\(goingOn)")
    case .lastEntry:
      Sentence(
        "The last thing \(name) did is missing here: an end may have been cut off, or an older copy put back. Look at accord log. If that was a restore: \(goingOn)",
        "\(name)最后做的那一步，在这里找不到：可能有人删掉了末尾（比如一次“不再约定”），也可能换回了旧的备份。看看 accord log；如果是恢复过备份：\(goingOn)")
    case .privateSide:
      Sentence(
        "What \(name) wrote for themselves is gone from here. Backups have it: accord restore DIR. If you removed it: \(goingOn)",
        "\(name)写给自己的内容不见了。备份里有：accord restore 备份文件夹；如果是自己删的：\(goingOn)")
    case .olderPrivateSide:
      Sentence(
        "What \(name) wrote for themselves is an older state than the last one. If that was a restore: \(goingOn)",
        "\(name)写给自己的内容变回了以前的样子。如果是恢复过备份：\(goingOn)")
    }
  }
}

extension Partner {
  /// The command with which they take what lies here as it is.
  var goingOn: String { "accord doctor --go-on --as \(name.text.visible.quotedForShell)" }
}
