#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Works on all elements with both cores of a small computer; the results come in their order.
///
/// One more thread, no queue and no runtime: what is done is long, and all of it is known before.
/// For few elements it costs more than it saves.
func concurrently<Element: Sendable, Value: Sendable>(
  _ elements: [Element], _ work: @escaping @Sendable (Element) -> Value
) -> [Value] {
  guard elements.count >= 16 else { return elements.map(work) }
  let half = elements.count / 2
  let rest = Errand(elements[half...]) { work($0) }
  let worker = rest.start()
  let first = elements[..<half].map(work)
  if let worker { pthread_join(worker, nil) } else { rest.run() }
  return first + rest.results
}

/// What one thread does for another, which waits for it before it looks at the results.
private final class Errand<Element: Sendable, Value: Sendable>: ErrandToRun, @unchecked Sendable {
  private let elements: ArraySlice<Element>
  private let work: @Sendable (Element) -> Value
  private(set) var results: [Value] = []

  init(_ elements: ArraySlice<Element>, _ work: @escaping @Sendable (Element) -> Value) {
    self.elements = elements
    self.work = work
  }

  override func run() { results = elements.map(work) }
}

private class ErrandToRun {
  func run() {}

  /// Nil where no thread is to be had. Whoever starts it keeps it until it is done.
  func start() -> pthread_t? {
    let this = Unmanaged.passUnretained(self).toOpaque()
    #if canImport(Darwin)
      var thread: pthread_t?
      let started = pthread_create(
        &thread, nil,
        { context in
          Unmanaged<ErrandToRun>.fromOpaque(context).takeUnretainedValue().run()
          return nil
        }, this)
      return started == 0 ? thread : nil
    #else
      var thread = pthread_t()
      let started = pthread_create(
        &thread, nil,
        { context in
          if let context { Unmanaged<ErrandToRun>.fromOpaque(context).takeUnretainedValue().run() }
          return nil
        }, this)
      return started == 0 ? thread : nil
    #endif
  }
}
