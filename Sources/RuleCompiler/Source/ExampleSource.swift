package import CaseRecords
package import Findings
package import SourceText
package import WorkCalendar
package import YAML

/// An entry of `examples:`: a base record, a patch, and what the rule must say of it.
package struct ExampleSource: Sendable {
  /// One value that the patch sets.
  package struct Setting: Sendable {
    package var path: FactPath
    package var pathRange: ByteRange
    package var value: Node

    package init(path: FactPath, pathRange: ByteRange, value: Node) {
      self.path = path
      self.pathRange = pathRange
      self.value = value
    }
  }

  /// A path that the patch takes away, or lists.
  package struct Mention: Sendable {
    package var path: FactPath
    package var range: ByteRange

    package init(path: FactPath, range: ByteRange) {
      self.path = path
      self.range = range
    }
  }

  /// The name of a record in `records/KIND.examples/`, such as `ordinary`.
  package var base: NameSource
  /// What the whole rule must come to.
  package var outcome: Outcome
  /// Checks that must come to that outcome too, by id; empty where the example names none.
  package var checks: [NameSource]
  /// Set in this order, after `without`. An index one past the end of a list adds an element.
  package var with: [Setting]
  /// Taken out of the record: absent in a closed one, unrecorded in an open one.
  package var without: [Mention]
  /// Added to the record's `unrecorded:`.
  package var unrecorded: [Mention]
  /// Added to the record's `complete:`.
  package var complete: [Mention]
  /// `open` or `closed`, in place of the base's own.
  package var completeness: Node?
  /// The day of the review; `nil` where the outcome does not depend on it.
  package var asOf: CivilDate?
  /// Words for the reader: what the example shows.
  package var note: String?
  package var range: ByteRange

  package init(
    base: NameSource, outcome: Outcome, checks: [NameSource] = [], with: [Setting] = [],
    without: [Mention] = [], unrecorded: [Mention] = [], complete: [Mention] = [],
    completeness: Node? = nil, asOf: CivilDate? = nil, note: String? = nil, range: ByteRange
  ) {
    self.base = base
    self.outcome = outcome
    self.checks = checks
    self.with = with
    self.without = without
    self.unrecorded = unrecorded
    self.complete = complete
    self.completeness = completeness
    self.asOf = asOf
    self.note = note
    self.range = range
  }
}

/// A record that examples start from: `Rules/records/KIND.examples/NAME.yaml`.
package struct BaseRecordSource: Sendable {
  package var name: String
  package var record: Node
  package var file: String

  package init(name: String, record: Node, file: String) {
    self.name = name
    self.record = record
    self.file = file
  }
}
