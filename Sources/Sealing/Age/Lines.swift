/// The lines of a text, one after the other; what follows the last line feed is no line.
struct Lines {
  private let text: ArraySlice<UInt8>
  /// Where the next line begins.
  private(set) var place: Int

  init(_ text: ArraySlice<UInt8>) {
    self.text = text
    place = text.startIndex
  }

  /// The next line without its line feed, or nil when there is none.
  mutating func next() -> ArraySlice<UInt8>? {
    guard let end = text[place...].firstIndex(of: 0x0a) else { return nil }
    defer { place = end + 1 }
    return text[place..<end]
  }
}
