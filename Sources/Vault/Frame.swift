/// What is sealed: an image, filled up with zeros to one of few sizes, and a trailer.
///
/// The sealed file is as large as what it holds, so only the size class shows. SQLite passes over
/// what follows the pages it counts in its header: what `age -d` gives opens as it is.
enum Frame {
  /// 64 KiB; each size is twice the one before.
  static let smallest = 65_536
  /// 64 MiB.
  static let largest = 67_108_864

  /// Eight bytes; then the length of the image in eight more, the most significant first.
  private static let mark = Array("vault 1\n".utf8)
  private static let trailerSize = 16

  /// Fills an image up.
  static func fill(_ image: [UInt8]) throws(VaultError) -> [UInt8] {
    guard let size = size(for: image.count) else { throw .tooLarge }
    let zeros = [UInt8](repeating: 0, count: size - trailerSize - image.count)
    let length = withUnsafeBytes(of: UInt64(image.count).bigEndian) { [UInt8]($0) }
    return image + zeros + mark + length
  }

  /// The image in what `fill` gave; anything else is refused.
  static func image(in bytes: [UInt8]) throws(VaultError) -> [UInt8] {
    let trailer = bytes.suffix(trailerSize)
    guard trailer.count == trailerSize, trailer.starts(with: mark) else { throw .foreign }
    let length = trailer.dropFirst(mark.count).reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
    guard let count = Int(exactly: length), size(for: count) == bytes.count else { throw .damaged }
    let zeros = bytes[count..<(bytes.count - trailerSize)]
    guard zeros.allSatisfy({ $0 == 0 }) else { throw .damaged }
    return Array(bytes[..<count])
  }

  /// The size that holds an image of so many bytes; nil where none does.
  private static func size(for count: Int) -> Int? {
    guard count <= largest - trailerSize else { return nil }
    var size = smallest
    while size < count + trailerSize { size *= 2 }
    return size
  }
}
