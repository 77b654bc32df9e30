/// A calendar read as RFC 5545 says it, octet by octet: characters may be folded apart.
struct ReadCalendar {
  /// The lines as they were sent, without their CR LF.
  let sent: [[UInt8]]
  let properties: [ReadProperty]

  init(_ octets: [UInt8]) {
    var sent: [[UInt8]] = [[]]
    var rest = octets[...]
    while let octet = rest.popFirst() {
      if octet == UInt8(ascii: "\r"), rest.first == UInt8(ascii: "\n") {
        rest = rest.dropFirst()
        sent.append([])
      } else {
        sent[sent.count - 1].append(octet)
      }
    }
    self.sent = sent
    var lines: [[UInt8]] = []
    for line in sent {
      if line.first == UInt8(ascii: " "), !lines.isEmpty {
        lines[lines.count - 1] += line.dropFirst()
      } else {
        lines.append(line)
      }
    }
    properties = lines.filter { !$0.isEmpty }.map(ReadProperty.init)
  }

  /// Whether the last line is ended, no line is too long, and each is whole text without controls.
  var isWellFormed: Bool {
    sent.last == []
      && sent.allSatisfy { line in
        line.count <= 75 && line.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
          && String(validating: line, as: UTF8.self) != nil
      }
  }

  /// The events in their order.
  var events: [ReadEvent] {
    var events: [ReadEvent] = []
    for property in properties {
      if property.name == "BEGIN", property.value == "VEVENT" { events.append(ReadEvent()) }
      if !events.isEmpty { events[events.count - 1].add(property) }
    }
    return events
  }
}

struct ReadProperty {
  /// With its parameters.
  let name: String
  let value: String

  init(_ line: [UInt8]) {
    let parts = line.split(
      separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
    name = String(decoding: parts[0], as: UTF8.self)
    value = String(decoding: parts.dropFirst().first ?? [], as: UTF8.self)
  }

  /// The value of a TEXT, unescaped.
  var text: String {
    var text = ""
    var isEscaped = false
    for scalar in value.unicodeScalars {
      if !isEscaped, scalar == "\\" {
        isEscaped = true
      } else {
        text.unicodeScalars.append(isEscaped && scalar == "n" ? "\n" : scalar)
        isEscaped = false
      }
    }
    return text
  }
}

/// The properties of an event; of the alarm in it, those that the event does not have.
struct ReadEvent {
  private var properties: [String: ReadProperty] = [:]

  fileprivate mutating func add(_ property: ReadProperty) {
    if properties[property.name] == nil { properties[property.name] = property }
  }

  subscript(name: String) -> String? { properties[name]?.value }

  var uid: String { self["UID"] ?? "" }
  var summary: String { properties["SUMMARY"]?.text ?? "" }
}
