/// What a finding is known by from one run to the next, wherever it stands in its file: never a line,
/// and no index of an element, so that neither moving lines nor another element before it matters.
package struct FindingKey: Hashable, Sendable {
  /// `CaseReview.name`.
  package var caseName: String
  package var rule: String
  package var check: String?
  package var outcome: Outcome
  /// The path of the fact to point at first, `officers[].licence_no`; empty where there is none.
  package var fact: String

  package init(caseName: String, rule: String, check: String?, outcome: Outcome, fact: String) {
    self.caseName = caseName
    self.rule = rule
    self.check = check
    self.outcome = outcome
    self.fact = fact
  }

  package init(_ finding: Finding, of caseName: String) {
    let atFault = finding.evidence.first(where: \.isAtFault) ?? finding.evidence.first
    self.init(
      caseName: caseName, rule: finding.rule, check: finding.check, outcome: finding.outcome,
      fact: Self.withoutIndexes(atFault?.path ?? finding.missing.first ?? ""))
  }

  /// `officers[].licence_no` of `officers[1].licence_no`
  package static func withoutIndexes(_ path: String) -> String {
    var bytes: [UInt8] = []
    var isIndex = false
    for byte in path.utf8 {
      if byte == UInt8(ascii: "]") { isIndex = false }
      if !isIndex { bytes.append(byte) }
      if byte == UInt8(ascii: "[") { isIndex = true }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension FindingKey: Comparable {
  /// By case, rule, check, outcome and fact, each in the order of its bytes.
  package static func < (a: Self, b: Self) -> Bool {
    for (left, right) in zip(a.parts, b.parts) where left != right {
      return left.utf8.lexicographicallyPrecedes(right.utf8)
    }
    return false
  }

  private var parts: [String] { [caseName, rule, check ?? "", outcome.rawValue, fact] }
}

extension CaseReview {
  /// The case number, or the source of a record without one.
  package var name: String { caseNumber ?? source }

  /// The file of the record: of a line of a stream, `batch.ndjson:17`, the stream.
  package var file: String {
    guard let colon = source.utf8.lastIndex(of: UInt8(ascii: ":")) else { return source }
    let rest = source[colon...].utf8.dropFirst()
    let isLine = !rest.isEmpty && rest.allSatisfy { (0x30...0x39).contains($0) }
    return isLine ? String(source[..<colon]) : source
  }
}
