import Agreements

/// One line of an iCalendar object: RFC 5545, section 3.1.
struct ContentLine: Hashable {
  /// `NAME:value`, or `NAME;PARAMETER=…:value`, with no line break in it.
  let text: String

  /// A property whose value is written as it is: a date, a rule, a word of the format.
  init(_ name: String, _ value: String) {
    text = "\(name):\(value)"
  }

  /// A property whose value is a text: section 3.3.11.
  ///
  /// A text holds no control characters. What a partner wrote is made visible first, as for a
  /// terminal: a calendar program may run in one.
  init(_ name: String, saying words: String) {
    self.init(name, words.visibleLines.calendarText)
  }

  static func begin(_ component: String) -> ContentLine { ContentLine("BEGIN", component) }

  static func end(_ component: String) -> ContentLine { ContentLine("END", component) }

  /// How many octets a line holds at most, its break left out.
  private static let mostOctets = 75

  /// The line as it is sent: folded, never inside a character's octets, and ended with CR LF.
  var folded: String {
    var folded = ""
    var octets = 0
    for scalar in text.unicodeScalars {
      let width = UTF8.width(scalar)
      if octets + width > Self.mostOctets {
        folded += "\r\n "
        octets = 1
      }
      folded.unicodeScalars.append(scalar)
      octets += width
    }
    return folded + "\r\n"
  }
}

extension String {
  /// With the four characters escaped that mean something in a TEXT value: section 3.3.11.
  fileprivate var calendarText: String {
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "\\": text += #"\\"#
      case ";": text += #"\;"#
      case ",": text += #"\,"#
      case "\n": text += #"\n"#
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}

extension Instant {
  /// `20261121T200000Z`: section 3.3.5, form 2.
  var calendarTime: String { rfc3339.filter { $0 != "-" && $0 != ":" } }
}

extension Day {
  /// `20261121`: section 3.3.4.
  var calendarDate: String { iso.filter { $0 != "-" } }
}
