import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A page as a strict parser reads it.
final class ParsedPage: NSObject, XMLParserDelegate {
  /// One element, and what stands in it.
  final class Element {
    let name: String
    let attributes: [String: String]
    var text = ""
    var children: [Element] = []

    init(_ name: String, _ attributes: [String: String]) {
      self.name = name
      self.attributes = attributes
    }

    /// It and all below it, in the order of the page.
    var all: [Element] { [self] + children.flatMap(\.all) }
  }

  private(set) var root: Element?
  /// What the parser stumbled over; nil where it read all of it.
  private(set) var complaint: String?
  private var open: [Element] = []

  init(_ text: String) {
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    if !parser.parse() {
      complaint = "\(parser.parserError.map { "\($0)" } ?? "?") in line \(parser.lineNumber)"
    }
  }

  var elements: [Element] { root?.all ?? [] }

  func named(_ name: String) -> [Element] { elements.filter { $0.name == name } }

  /// The texts of what has a class.
  func texts(_ name: String) -> [String] {
    elements.filter { $0.attributes["class"] == name }.map(\.text)
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String] = [:]
  ) {
    let element = Element(name, attributes)
    if let above = open.last { above.children.append(element) } else { root = element }
    open.append(element)
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    open.removeLast()
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    for element in open { element.text += text }
  }
}
