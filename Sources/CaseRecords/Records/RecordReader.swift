package import SourceText
package import YAML

/// What reading one record gives: the record, or else why it cannot be read.
package struct RecordReading: Sendable {
  /// `nil` where a diagnostic is an error.
  package var record: CaseRecord?
  /// Everything that is wrong with it, by place.
  package var diagnostics: [Diagnostic]
}

/// Reads records of one kind from documents.
package struct RecordReader: Sendable {
  package let schema: RecordSchema

  package init(schema: RecordSchema) { self.schema = schema }

  /// Reads a record.
  ///
  /// All that is wrong is told in one pass; one error makes the record unreadable. A record that
  /// does not say `completeness` is closed; one that does not say its kind is of the schema's kind.
  package func read(_ root: Node) -> RecordReading {
    var pass = RecordPass(schema: schema)
    let record = pass.record(root)
    let diagnostics = pass.diagnostics.inOrder
    return RecordReading(record: diagnostics.haveErrors ? nil : record, diagnostics: diagnostics)
  }
}
