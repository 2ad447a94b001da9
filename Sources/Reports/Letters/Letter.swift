package import Findings

/// One letter to an office: which it is, to whom it goes, and what its template may ask for.
package struct Letter: Hashable, Sendable {
  package var kind: LetterKind
  package var office: String
  /// An object of the shape `LetterShape.letter`; `null` for what there is not.
  package var data: PlainData

  package init(kind: LetterKind, office: String, data: PlainData) {
    self.kind = kind
    self.office = office
    self.data = data
  }
}
