package import Agreements

// The canonical form of a need, as its owner shares it.

extension Need {
  package var json: JSON {
    .object([
      "category": .string(category.rawValue),
      "request": request.map { .string($0.text) },
      "step": step.map { .string($0.text) },
      "text": .string(text.text),
      "trigger": trigger.map { .string($0.text) },
    ])
  }

  package init(json: JSON) throws(EntryProblem) {
    var fields = Fields(json)
    self.init(
      category: try fields.choice("category"), text: try fields.words("text"),
      trigger: try fields.optional("trigger") { (fields) throws(EntryProblem) in
        try fields.words("trigger")
      },
      step: try fields.optional("step") { (fields) throws(EntryProblem) in
        try fields.words("step")
      },
      request: try fields.optional("request") { (fields) throws(EntryProblem) in
        try fields.words("request")
      })
    try fields.end()
  }
}
