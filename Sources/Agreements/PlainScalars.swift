/// How single characters are compared with lists, the same in every locale.
extension Unicode.Scalar {
  /// Small letters for ASCII capitals, ASCII for full-width forms, one apostrophe for all,
  /// and 你 for 您 and 妳: one for one, so that places in a text stay as they are.
  var plain: Unicode.Scalar {
    switch value {
    case 0x41...0x5A: Unicode.Scalar(value + 0x20) ?? self
    case 0xFF01...0xFF5E: Unicode.Scalar(value - 0xFEE0)?.plain ?? self
    case 0x2019, 0x2018, 0x02BC, 0x00B4, 0x60: "'"
    case 0x3000: " "
    case 0x60A8, 0x59B3: "你"
    default: self
    }
  }
}
