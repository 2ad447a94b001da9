/// Finds what an author probably meant by a name that is not known.
package enum Suggestion {
  /// Returns the known name nearest to `name`, or `nil` when none is near enough to be worth saying.
  ///
  /// Near is: the same but for case; the same words in another order (`on_made`, `made_on`); or few
  /// edits away (insert, delete, replace, swap two neighbours, counted in Unicode scalars): one for
  /// names of up to five scalars, a third of the longer name's length beyond, and always fewer than
  /// the scalars of either, so that something must be the same. Among equally near names the one
  /// that sorts first by its UTF-8 bytes, whatever order they come in.
  package static func nearest(to name: String, among known: some Sequence<String>) -> String? {
    let wanted = Array(name.unicodeScalars)
    var best: (distance: Int, name: String)?
    for candidate in known where candidate != name {
      let scalars = Array(candidate.unicodeScalars)
      let bound = min(
        max(max(wanted.count, scalars.count), 3) / 3, wanted.count - 1, scalars.count - 1)
      let limit = min(bound, best?.distance ?? bound)
      let distance: Int
      if isSame(candidate, name) {
        distance = 0
      } else if limit > 0, let edits = editDistance(wanted, scalars, limit: limit) {
        distance = edits
      } else {
        continue
      }
      if let best, (best.distance, Bytes(best.name)) <= (distance, Bytes(candidate)) { continue }
      best = (distance, candidate)
    }
    return best?.name
  }

  /// Returns the Damerau–Levenshtein distance (adjacent swaps, no second edit inside a swap), or
  /// `nil` when it is over `limit`.
  static func editDistance(
    _ left: [Unicode.Scalar], _ right: [Unicode.Scalar], limit: Int
  ) -> Int? {
    if abs(left.count - right.count) > limit { return nil }
    var before: [Int] = []
    var above = Array(0...right.count)
    for (i, leftScalar) in left.enumerated() {
      var row = [i + 1]
      row.reserveCapacity(right.count + 1)
      for (j, rightScalar) in right.enumerated() {
        var cost = min(above[j + 1], row[j]) + 1
        cost = min(cost, above[j] + (leftScalar == rightScalar ? 0 : 1))
        if i > 0, j > 0, leftScalar == right[j - 1], left[i - 1] == rightScalar {
          cost = min(cost, before[j - 1] + 1)
        }
        row.append(cost)
      }
      if let least = row.min(), least > limit { return nil }
      (before, above) = (above, row)
    }
    return above[right.count] <= limit ? above[right.count] : nil
  }

  /// Whether two names differ only in case or in the order of their words.
  private static func isSame(_ left: String, _ right: String) -> Bool {
    guard left.utf8.count == right.utf8.count else { return false }
    let (one, other) = (left.lowercased(), right.lowercased())
    return one == other || words(of: one) == words(of: other)
  }

  private static func words(of name: String) -> [Substring] {
    name.split(whereSeparator: { $0 == "_" || $0 == "-" || $0 == "." || $0 == " " }).sorted()
  }

  private struct Bytes: Comparable {
    let name: String
    init(_ name: String) { self.name = name }
    static func < (left: Bytes, right: Bytes) -> Bool {
      left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
    }
    static func == (left: Bytes, right: Bytes) -> Bool {
      left.name.utf8.elementsEqual(right.name.utf8)
    }
  }
}

extension BilingualText {
  /// Asks whether the nearest known name was meant; `nil` where none is near.
  package static func didYouMean(_ name: String, _ known: [String]) -> BilingualText? {
    Suggestion.nearest(to: name, among: known).map(isItPerhaps)
  }

  /// Asks whether a name was meant.
  package static func isItPerhaps(_ name: String) -> BilingualText {
    BilingualText(zh: "是不是 `\(name)`？", en: "Did you mean `\(name)`?")
  }
}
