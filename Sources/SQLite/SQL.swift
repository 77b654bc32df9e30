/// One SQL statement and the values bound to it.
///
/// Interpolation binds: `"SELECT * FROM t WHERE id = \(id)"` reads `… id = ?` and carries `id`.
/// Literal parts are `StaticString`, so no text made at run time can become SQL.
package struct SQL: Sendable {
  package let text: String
  package let values: [Value]
}

extension SQL: ExpressibleByStringInterpolation {
  package init(stringLiteral text: StaticString) {
    self.text = text.description
    values = []
  }

  package init(stringInterpolation parts: StringInterpolation) {
    text = parts.text
    values = parts.values
  }

  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = ""
    fileprivate var values: [Value] = []

    package init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + interpolationCount)
      values.reserveCapacity(interpolationCount)
    }

    package mutating func appendLiteral(_ literal: StaticString) {
      text += literal.description
    }

    /// Binds a value.
    package mutating func appendInterpolation(_ value: some Bindable) {
      text += "?"
      values.append(value.sqliteValue)
    }

    /// Binds a value, or NULL. Named, because the compiler suspects an optional in any text.
    package mutating func appendInterpolation(nullable value: (some Bindable)?) {
      appendInterpolation(value.sqliteValue)
    }

    /// Quotes the name of a table or column.
    package mutating func appendInterpolation(identifier: String) {
      text += "\""
      for scalar in identifier.unicodeScalars {
        text.unicodeScalars.append(scalar)
        if scalar == "\"" { text.unicodeScalars.append(scalar) }
      }
      text += "\""
    }

    /// Inserts a part of a statement with the values it carries.
    package mutating func appendInterpolation(sql: SQL) {
      text += sql.text
      values += sql.values
    }
  }
}

extension SQL: CustomStringConvertible {
  /// The text alone: values are people's.
  package var description: String { text }
}
