/// The difference of two texts, line by line, with what stands around it.
struct LineDiff: CustomStringConvertible {
  private enum Line {
    case same([UInt8])
    case gone([UInt8])
    case new([UInt8])

    var isSame: Bool { if case .same = self { true } else { false } }
  }

  private var lines: [Line] = []

  init(from old: [UInt8], to new: [UInt8]) {
    let oldLines = Self.lines(of: old)
    let newLines = Self.lines(of: new)
    let difference = newLines.difference(from: oldLines)
    var gone: Set<Int> = []
    var come: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): gone.insert(offset)
      case .insert(let offset, _, _): come.insert(offset)
      }
    }
    var (i, j) = (0, 0)
    while i < oldLines.count || j < newLines.count {
      if gone.contains(i) {
        lines.append(.gone(oldLines[i]))
        i += 1
      } else if come.contains(j) {
        lines.append(.new(newLines[j]))
        j += 1
      } else {
        lines.append(.same(newLines[j]))
        i += 1
        j += 1
      }
    }
  }

  /// Changed lines with three lines around them; `…` stands for more lines that are the same.
  var description: String {
    var text: [String] = []
    var skipped = false
    for (index, line) in lines.enumerated() {
      let around = max(0, index - 3)..<min(lines.count, index + 4)
      guard lines[around].contains(where: { !$0.isSame }) else {
        skipped = true
        continue
      }
      if skipped { text.append("  …") }
      skipped = false
      switch line {
      case .same(let bytes): text.append("  \(Self.visible(bytes))")
      case .gone(let bytes): text.append("- \(Self.visible(bytes, spacesAtEnd: true))")
      case .new(let bytes): text.append("+ \(Self.visible(bytes, spacesAtEnd: true))")
      }
    }
    if skipped { text.append("  …") }
    return text.joined(separator: "\n")
  }

  private static func lines(of text: [UInt8]) -> [[UInt8]] {
    let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return (lines.last == [] ? lines.dropLast() : lines).map(Array.init)
  }

  /// A line in which control characters, and spaces at its end, can be seen.
  private static func visible(_ bytes: [UInt8], spacesAtEnd: Bool = false) -> String {
    var line = ""
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      line +=
        scalar.properties.generalCategory == .control
        ? scalar.escaped(asASCII: true)
        : String(scalar)
    }
    guard spacesAtEnd else { return line }
    let end = line.reversed().prefix { $0 == " " }.count
    return line.dropLast(end) + String(repeating: "·", count: end)
  }
}
