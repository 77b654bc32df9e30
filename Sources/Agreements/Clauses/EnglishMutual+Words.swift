extension EnglishMutual {
  /// What comes before "you …" in a sentence that begins elsewhere.
  static let openings: Set<String> = [
    "if", "when", "whenever", "before", "after", "once", "on", "at", "in", "from", "during",
    "every",
    "each", "while", "until", "as",
  ]

  /// How a ban is told after its subject, and how it is told of "neither of us".
  static func negatives(after subject: String) -> [(String, String)] {
    if subject == "you'll" { return [("never", "will ever"), ("not", "will")] }
    if subject == "you're" {
      return [("not allowed to", "is allowed to"), ("never allowed to", "is ever allowed to")]
    }
    return [
      ("must not", "may"), ("mustn't", "may"), ("must never", "may ever"), ("may not", "may"),
      ("may never", "may ever"), ("can't", "can"), ("cannot", "can"), ("can not", "can"),
      ("can never", "can ever"), ("won't", "will"), ("will not", "will"),
      ("will never", "will ever"), ("shouldn't", "should"), ("should not", "should"),
      ("should never", "should ever"),
      ("are not allowed to", "is allowed to"), ("aren't allowed to", "is allowed to"),
      ("is not allowed to", "is allowed to"), ("isn't allowed to", "is allowed to"),
      ("are never allowed to", "is ever allowed to"), ("is never allowed to", "is ever allowed to"),
    ]
      + (subject == "you"
        ? [("don't", "will"), ("do not", "will"), ("never", "will ever")]
        : [("doesn't", "will"), ("does not", "will")])
  }

  static let modals: Set<String> = [
    "must", "have", "need", "should", "may", "can", "will", "always", "only",
  ]

  /// Verbs that are known to begin an asking: "You tell …", "Tell …".
  static let verbs: Set<String> = [
    "answer", "ask", "block", "bring", "call", "check", "come", "cover", "cut", "delete", "dress",
    "drop", "forget", "get", "give", "go", "hand", "keep", "leave", "lend", "let", "lie", "lose",
    "make", "meet", "pay", "promise", "put", "quit", "read", "report", "say", "see", "send",
    "share",
    "show", "sleep", "speak", "spend", "stay", "stop", "take", "talk", "tell", "text", "transfer",
    "turn", "unfollow", "use", "visit", "wear", "write",
  ]

  /// The form after "both of us" of what is told of one: "asks" is "ask".
  static func base(ofNamed verb: String) -> String? {
    if verb == "has" { return "have" }
    if verb == "goes" { return "go" }
    if ["must", "may", "can", "will", "should", "always", "only"].contains(verb) {
      // "Always asks" would need its verb changed too.
      return verb == "always" || verb == "only" ? nil : verb
    }
    guard verb.hasSuffix("s") else { return nil }
    let base = String(verb.dropLast())
    return verbs.contains(base) || base == "need" ? base : nil
  }

  /// Words that are about one of the two.
  static let person: Set<String> = [
    "you", "your", "yours", "yourself", "you're", "you'll", "you've", "you'd", "i", "i'm", "i'll",
    "i've", "i'd", "me", "my", "mine", "myself",
  ]

  static let simple: [String: String] = [
    "your": "our", "yours": "ours", "yourself": "ourselves", "you're": "we're", "you've": "we've",
    "you'll": "we'll", "you'd": "we'd", "me": "the other", "my": "the other's",
  ]

  /// Where one of these stands, nobody can tell what it becomes.
  static let unknown: Set<String> = [
    "i", "i'm", "i'll", "i've", "i'd", "mine", "myself", "we", "us", "our", "ours", "both", "each",
    "either", "neither", "together", "other", "other's",
  ]

  static let kin: Set<String> = [
    "mother", "mother's", "mum", "mum's", "mom", "mom's", "father", "father's", "dad", "dad's",
    "sister", "brother", "ex", "son", "daughter", "husband", "wife", "boss", "aunt", "uncle",
  ]

  static let negations: Set<String> = [
    "not", "no", "never", "nor", "don't", "doesn't", "can't", "cannot", "won't", "nobody",
    "nothing",
    "none", "but", "must", "mustn't",
  ]

  /// With a name as the subject these may mean either of the two.
  static let third: Set<String> = [
    "he", "she", "him", "her", "his", "hers", "they", "them", "their", "himself", "herself", "he's",
    "she's",
  ]

  /// After these "you" does something.
  static let joining: Set<String> = [
    "if", "when", "whenever", "before", "after", "once", "while", "until", "unless", "that", "what",
    "where", "wherever", "who", "whom", "how", "why", "whether", "because", "and", "or", "as",
    "than",
    "whatever", "everything", "time",
  ]

  static let prepositions: Set<String> = [
    "with", "to", "for", "of", "at", "from", "about", "on", "behind", "near", "around", "between",
  ]
}
