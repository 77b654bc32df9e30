// People's words inside a markup language: text, and nothing else.
//
// Scalar by scalar: a `<` with an accent over it is one character to Swift, and still opens a tag.

extension String {
  /// As text or an attribute of XML and of HTML; what neither can hold was made visible before.
  var escapedForXML: String {
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  /// One line that CommonMark reads as text, and GitHub too, an address of mail aside.
  ///
  /// To be asked of a `visible` text. What may begin a block is escaped where it does; spaces ahead
  /// are left out, as they would make code of it. Source: CommonMark 0.31.2, 2.4.
  var escapedForMarkdown: String {
    let line = Array(unicodeScalars.drop { $0 == " " })
    let number = line.prefix { ("0"..."9").contains($0) }.count
    var text = ""
    for (place, scalar) in line.enumerated() {
      let next = place + 1 < line.count ? line[place + 1] : nil
      let isMarkup =
        switch scalar {
        case "\\", "`", "*", "_", "[", "]", "<", ">", "&", "~", "|", "#", "$", "@", "^": true
        case "+", "-", "=": place == 0
        // `1.` begins a list; `www.` and `://` make a link.
        case ".": number > 0 && place == number || text.lowercased().hasSuffix("www")
        case ")": number > 0 && place == number
        case ":": next == "/"
        default: false
        }
      if isMarkup { text += "\\" }
      text.unicodeScalars.append(scalar)
    }
    return text
  }
}
