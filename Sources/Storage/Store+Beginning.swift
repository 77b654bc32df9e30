package import Agreements
import Journal

extension Pen {
  /// Suggests a first text, or answers yes where the other suggested the very same.
  ///
  /// - Parameter asksTwice: whether a yes is to be said again whatever the text says: it is the
  ///   same about both of one that is.
  package func propose(_ wording: Wording, asksTwice: Bool = false) throws -> Outcome {
    if wording.promise.owner != nil { return try declare(wording) }
    let place = try place(of: wording)
    if let known = place.open { return try meet(in: known, wording) }
    for known in place.closed { try known.checkRest(of: wording, for: me, at: now) }
    try checkSuggesting()
    return try begin(wording, at: place, asksTwice: asksTwice)
  }

  /// Says what one's own boundary is: it is in force at once, and nobody is asked.
  package func declare(_ wording: Wording) throws -> Outcome {
    guard let owner = wording.promise.owner else { throw StoreError.fault }
    guard owner == me else { throw Refusal.othersBoundary }
    let place = try place(of: wording)
    guard let known = place.open else { return try begin(wording, at: place) }
    guard let text = known.standing else { throw Refusal.notInForce }
    guard text.wording == wording else { throw Refusal.textChanged(text.id) }
    return try stands(in: known, text.id)
  }
}

/// Where the words of a first text stand, or will.
private struct Place {
  var id: Agreement.ID
  var after: Agreement.ID?
  /// The earlier times these words were taken up, all closed.
  var closed: [Agreement] = []
  /// The agreement that stands there now.
  var open: Agreement?
}

extension Pen {
  private func place(of wording: Wording) throws -> Place {
    var place = Place(id: Naming.agreement(of: store.couple, after: nil, wording: wording))
    while let known = try store.load(place.id) {
      guard known.isClosed(at: now) else {
        place.open = known
        break
      }
      place.closed.append(known)
      place.after = place.id
      place.id = Naming.agreement(of: store.couple, after: place.after, wording: wording)
    }
    return place
  }

  private func begin(
    _ wording: Wording, at place: Place, asksTwice: Bool = false
  ) throws -> Outcome {
    // What stood there before may name what is no longer shown.
    if place.closed.isEmpty { try checkNeeds(wording.needs) }
    return try suggest(
      wording, on: place.id, after: place.after, asksTwice: asksTwice,
      Change(step: .new, parents: [], refuses: []))
  }
}
