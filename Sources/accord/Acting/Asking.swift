extension Prompt {
  /// Lets one of the choices be named; where nobody can be asked, tells what to write instead.
  func menu<Value>(
    _ menu: Menu<Value>, question: Sentence, onEnter: Value? = nil,
    otherwise problem: @autoclosure () -> any Error
  ) throws -> Value {
    guard canAsk else { throw problem() }
    return try self.menu(menu, question: question, onEnter: onEnter, flag: "")
  }
}
