/// How single characters are read, the same in every locale.
extension Unicode.Scalar {
  /// What it begins; nil where it says nothing, as a space or a `*` around a word.
  var sort: Reading.Sort? {
    switch value {
    case 0x61...0x7A, 0x30...0x39: return .english
    case 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: return .chinese
    case 0x2E, 0x21, 0x3F, 0x3002, 0xFF61, 0x0A, 0x0D, 0x2028, 0x2029: return .stop
    case 0x20, 0x2A, 0x5F, 0x09: return nil
    case ..<0x80: return isUnseen ? nil : .mark
    default:
      if isUnseen || properties.isWhitespace { return nil }
      return properties.isAlphabetic ? .english : .mark
    }
  }

  var continuesWord: Bool {
    switch value {
    case 0x61...0x7A, 0x30...0x39, 0x27: true
    case ..<0x80: false
    default: sort == .english || isUnseen || properties.generalCategory == .nonspacingMark
    }
  }

  /// Takes no room of its own: a soft hyphen, a joiner, a NUL.
  var isUnseen: Bool {
    switch value {
    case 0x20...0x7E: false
    default:
      properties.generalCategory == .format || properties.generalCategory == .control
    }
  }
}
