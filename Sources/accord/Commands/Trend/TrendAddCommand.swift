import Agreements
import ArgumentParser
import Journal
import Vault

struct TrendAddCommand: Command {
  static var configuration: CommandConfiguration {
    .said(
      "add", aliases: ["记"],
      Sentence("answer the three questions, at most every 28 days", "回答三个问题，最多每28天一次"),
      examples: [
        Sentence("accord trend add", "accord 起伏 记"),
        Sentence("accord trend add < numbers.txt", "accord 起伏 记 < 数字.txt"),
      ],
      notes: Sentence(
        "Each from 0, not at all, to 10, fully. A script gives three numbers on standard input.",
        "每个从0（完全没有）到10（完全是这样）。写在脚本里时，从标准输入读三个数字。"))
  }

  @OptionGroup var shared: SharedOptions

  func perform(in session: Session) throws -> Report {
    let side = try session.privately(writes: true)
    let next = Rating.next(from: session.today, after: try side.read().ratings().map(\.day))
    if next != session.today { throw early(next, session) }
    if session.prompt.canAsk { session.remark(Rating.caution) }
    let grades = try session.prompt.canAsk ? ask(session) : piped(session)
    let rating = Rating(seen: grades[0], speaking: grades[1], mending: grades[2])
    do {
      try side.change { try $0.add(rating, on: session.today) }
    } catch let error as Rating.Early {
      // Another window was quicker.
      throw early(error.next, session)
    }
    return .says(
      Sentence("Kept, for you alone. See: accord trend", "记下了，只给你自己看。看起伏：accord trend"),
      json: ("on", .string(session.today.iso)))
  }

  private func early(_ next: Day, _ session: Session) -> Problem {
    let on = next.named(today: session.today)
    return Problem(
      "resting", .refused,
      Sentence(
        "once in four weeks is enough to see anything; next from \(on.english)",
        "四周一次才看得出起伏；下次从\(on.chinese)开始"))
  }

  private func ask(_ session: Session) throws -> [Grade] {
    try Rating.Question.allCases.map { question in
      for _ in 1...5 {
        let answer = try session.prompt.ask(
          Sentence(
            "\(question.named.english), 0 to 10", "\(question.named.chinese)，0到10"), flag: "")
        if let grade = Grade(typed: answer) { return grade }
        session.remark(Sentence("a whole number from 0 to 10", "从0到10的一个整数"))
      }
      throw NoInput.notUnderstood
    }
  }

  private func piped(_ session: Session) throws -> [Grade] {
    let words = try TextInput.standard.all().split { $0.isWhitespace || $0 == "," || $0 == "，" }
    let grades = words.compactMap { Grade(typed: String($0)) }
    guard words.count == 3, grades.count == 3 else {
      throw Problem(
        "bad-value", .usage,
        Sentence(
          "three whole numbers from 0 to 10 are wanted, in the order of the questions",
          "需要三个从0到10的整数，按问题的顺序"))
    }
    return grades
  }
}

extension Grade {
  /// A whole number, typed in either width.
  fileprivate init?(typed text: String) {
    guard let number = Int(Token(text).text), let grade = Grade(number) else { return nil }
    self = grade
  }
}
