/// The targets of `Package.swift`, in their order.
struct Manifest {
  struct Target {
    let kind: String
    let name: String
    let dependencies: [String]
  }

  let targets: [Target]

  init(_ text: String) {
    // `let crypto = Target.Dependency.product(name: "Crypto", …)` is a name for a product.
    var products: [String: String] = [:]
    for match in text.matches(of: /let (\w+) = Target\.Dependency\.product\(name: "(\w+)"/) {
      products[String(match.1)] = String(match.2)
    }
    targets = text.matches(
      of: /\.(target|executableTarget|testTarget|systemLibrary)\(\s*name: "([\w-]+)"/
    ).map { match in
      let body = Self.balanced(text[match.range.lowerBound...])
      return Target(
        kind: String(match.1), name: String(match.2),
        dependencies: Self.dependencies(in: body, products: products))
    }
  }

  /// From here to the end of the first pair of parentheses; they are in no string of a manifest.
  private static func balanced(_ text: Substring) -> Substring {
    var depth = 0
    for index in text.indices {
      if text[index] == "(" { depth += 1 }
      if text[index] == ")" { depth -= 1 }
      if depth == 0, text[index] == ")" { return text[...index] }
    }
    return text
  }

  private static func dependencies(in body: Substring, products: [String: String]) -> [String] {
    guard let list = body.firstMatch(of: /dependencies: \[((?:[^\[\]])*)\]/) else { return [] }
    let named = list.1.replacing(/package: "[^"]*"/, with: "")
    return named.matches(of: /"([\w-]+)"|\b([a-z]\w*)\b(?!:)/).compactMap { match in
      match.1.map(String.init) ?? match.2.flatMap { products[String($0)] }
    }
  }
}
