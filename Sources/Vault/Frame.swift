/// What is sealed: an image, filled up with zeros to one of few sizes, who wrote it, and a trailer.
///
/// The sealed file is as large as what it holds, so only the size class shows. SQLite passes over
/// what follows the pages it counts in its header: what `age -d` gives opens as it is.
enum Frame {
  /// 64 KiB; each size is twice the one before.
  static let smallest = 65_536
  /// 64 MiB.
  static let largest = 67_108_864

  /// Eight bytes; then the length of the image in eight more, the most significant first.
  private static let mark = Array("vault 2\n".utf8)
  /// Of a frame without an origin, as it was written once.
  private static let oldMark = Array("vault 1\n".utf8)
  private static let trailerSize = 16

  /// Fills an image up.
  ///
  /// - Parameter sign: signs the image.
  static func fill(
    _ image: [UInt8], _ sign: ([UInt8]) -> Origin?
  ) throws(VaultError) -> [UInt8] {
    guard let size = size(for: image.count, before: Origin.size + trailerSize) else {
      throw .tooLarge
    }
    guard let origin = sign(image) else { throw .fault }
    let zeros = size - trailerSize - Origin.size - image.count
    return image + [UInt8](repeating: 0, count: zeros) + origin.bytes + mark
      + Int64(image.count).bytes
  }

  /// What `fill` was given, or an image without an origin as it was written once; anything else is
  /// refused. Whether the origin is genuine is not looked at.
  static func read(_ bytes: [UInt8]) throws(VaultError) -> (image: [UInt8], origin: Origin?) {
    let trailer = bytes.suffix(trailerSize)
    let isSigned = trailer.starts(with: mark)
    guard trailer.count == trailerSize, isSigned || trailer.starts(with: oldMark) else {
      throw .foreign
    }
    let length = trailer.dropFirst(mark.count).reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
    let behind = trailerSize + (isSigned ? Origin.size : 0)
    guard let count = Int(exactly: length), size(for: count, before: behind) == bytes.count else {
      throw .damaged
    }
    let end = bytes.count - behind
    guard bytes[count..<end].allSatisfy({ $0 == 0 }) else { throw .damaged }
    var origin: Origin?
    if isSigned {
      origin = Origin(bytes[end..<(end + Origin.size)])
      guard origin != nil else { throw .damaged }
    }
    return (Array(bytes[..<count]), origin)
  }

  /// The size that holds an image of so many bytes, and so many behind it; nil where none does.
  private static func size(for count: Int, before behind: Int) -> Int? {
    guard (0...(largest - behind)).contains(count) else { return nil }
    var size = smallest
    while size < count + behind { size *= 2 }
    return size
  }
}
