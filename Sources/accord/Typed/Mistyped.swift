/// A value on the command line that could not be taken; it never carries what was typed.
struct Mistyped: Error, Hashable, Sendable {
  /// What the value was meant for, by the flag or argument a person knows.
  enum Value: Hashable, Sendable {
    /// The length of a cool-down, `--minutes`.
    case minutes
    /// The length of a talk, `--length`.
    case length
    /// How long a pause lasts, `pause --for`.
    case pause
    /// The same, or the time of the return, without a flag.
    case pauseTime
    /// How much longer a pause lasts, `pause extend`.
    case longer
    /// Until when a pause lasts, `pause --until`.
    case until
    case kind, category, status, every, on, at, promise, reviewIn, helped, outcome
    /// The environment's `ACCORD_NOW`.
    case now
  }

  enum Reason: Hashable, Sendable {
    /// None of the forms people write it in.
    case unreadable
    /// A number, and not one of these; minutes, weeks or days as the value counts them.
    case outside(ClosedRange<Int>)
    /// Not there, and nothing can be meant without it.
    case missing
    /// Readable by itself, but it does not go with the other value: `--every daily --on sunday`.
    case contradictory(Value)
  }

  let value: Value
  let reason: Reason

  init(_ value: Value, _ reason: Reason) {
    self.value = value
    self.reason = reason
  }
}
