import Agreements

/// A few private texts in the making: asked for one by one, written in an editor, or piped in.
///
/// They never come from arguments or the environment, which others can list (rule S16).
struct Form<Part: Hashable> {
  struct Field {
    let part: Part
    /// What stands above the text in an editor and in a pipe.
    let name: Sentence
    let question: Sentence
    let isNeeded: Bool
    /// Whether it is asked for at a terminal; else it is there already.
    let isAsked: Bool
    /// - Throws: what is wrong with a text; it is asked again.
    let check: (String) throws -> Void

    /// - Parameter check: makes of the text what it is to become.
    init<Value>(
      _ part: Part, _ name: Sentence, _ question: Sentence, isNeeded: Bool = false,
      isAsked: Bool = true, check: @escaping (String) throws -> Value
    ) {
      self.part = part
      self.name = name
      self.question = question
      self.isNeeded = isNeeded
      self.isAsked = isAsked
      self.check = { _ = try check($0) }
    }

    /// Words of one's own, within a limit.
    static func words<Limit: WordLimit>(
      _ part: Part, _ name: Sentence, _ question: Sentence, isNeeded: Bool = false, as: Limit.Type
    ) -> Field {
      Field(part, name, question, isNeeded: isNeeded) { text -> Words<Limit> in
        do throws(WordProblem) { return try Words(text) } catch { throw Problem(error, of: name) }
      }
    }
  }

  let fields: [Field]
  var texts: [Part: String] = [:]

  /// Whether nothing was written in any field that is asked for.
  var isEmpty: Bool { !fields.contains { $0.isAsked && texts[$0.part] != nil } }

  /// What was written in a field; nil where nothing was. The form was checked.
  func words<Limit: WordLimit>(_ part: Part, as: Limit.Type = Limit.self) throws -> Words<Limit>? {
    try texts[part].map { try Words($0) }
  }

  /// - Throws: what is missing, or wrong with one of the texts.
  ///
  /// - Parameter mayBeEmpty: whether all of it may have been taken away.
  func checked(mayBeEmpty: Bool = false) throws {
    for field in fields {
      if let text = texts[field.part] {
        try field.check(text)
      } else if field.isNeeded {
        throw Problem(
          "missing", .usage,
          Sentence("\(field.name.english) is missing", "还没写“\(field.name.chinese)”"))
      }
    }
    if isEmpty, !mayBeEmpty {
      throw Problem(
        "empty", .usage,
        Sentence("nothing was written, so nothing was kept", "什么都没写，所以什么也没记"))
    }
  }
}

// MARK: - As one text

extension Form {
  /// What a heading begins with.
  private static var mark: String { "# accord: " }

  /// Every field with its heading, as it is opened in an editor.
  ///
  /// A line of one's own that could be taken for a heading stands behind a backslash.
  var text: String {
    fields.map { field in
      let lines = (texts[field.part] ?? "").lines.map { Self.looksMarked($0) ? "\\" + $0 : $0 }
      return ([Self.mark + field.name.text] + lines).joined(separator: "\n")
    }.joined(separator: "\n")
  }

  private static func looksMarked(_ line: some StringProtocol) -> Bool {
    line.drop { $0 == "\\" }.hasPrefix("# accord")
  }

  /// The form with the texts below their headings, in either language.
  ///
  /// A text without any heading belongs to the first field that is asked for.
  /// - Throws: where a heading is none of the form's; it names the line by its number alone, for
  ///   what stands there is private.
  func reading(_ text: String) throws -> Form {
    var form = self
    // What is not asked for stays unless it is written.
    for field in fields where field.isAsked { form.texts[field.part] = nil }
    var lines: [Part: [String]] = [:]
    let all = text.lines
    var part =
      all.contains { $0.hasPrefix(Self.mark) } ? nil : fields.first(where: \.isAsked)?.part
    for (number, line) in all.enumerated() {
      if line.hasPrefix(Self.mark) {
        let name = Token(String(line.dropFirst(Self.mark.count)))
        part =
          fields.first {
            [Token($0.name.english), Token($0.name.chinese)].contains(name)
          }?.part
        guard part != nil else { throw Self.unknown(line: number + 1) }
      } else if let part {
        let isBehindBackslash = line.hasPrefix("\\") && Self.looksMarked(line)
        lines[part, default: []].append(isBehindBackslash ? String(line.dropFirst()) : line)
      } else if !line.allSatisfy(\.isWhitespace) {
        throw Self.unknown(line: number + 1)
      }
    }
    for (part, lines) in lines {
      let written = lines.drop { $0.allSatisfy(\.isWhitespace) }.reversed()
        .drop { $0.allSatisfy(\.isWhitespace) }.reversed()
      guard !written.isEmpty else { continue }
      let text = written.joined(separator: "\n")
      // The last line ends as all do that CR LF ends: the CR is none of its own.
      form.texts[part] = text.hasSuffix("\r") ? String(text.dropLast()) : text
    }
    return form
  }

  private static func unknown(line: Int) -> Problem {
    Problem(
      "bad-heading", .usage,
      Sentence(
        "line \(line) stands below none of the headings; nothing was kept",
        "第\(line)行不在任何标题下面，所以什么也没记"))
  }
}
