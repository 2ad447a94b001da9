package import Findings
package import SourceText
package import WorkCalendar
package import YAML

/// A diagnostic and the rule file it is about.
package struct FileDiagnostic: Hashable, Sendable {
  /// Below the rules folder, with `/`: `penalty/service/served-in-seven-days.yaml`.
  package var file: String
  package var diagnostic: Diagnostic

  package init(file: String, diagnostic: Diagnostic) {
    self.file = file
    self.diagnostic = diagnostic
  }
}

/// A record kind: its schema as a document, and what stands beside it.
package struct RecordKindSource: Sendable {
  /// `penalty`
  package var name: String
  /// The document of `records/KIND.yaml`; `nil` where only its neighbours were found.
  package var schema: Node?
  package var schemaFile: String
  package var definitions: [DefinitionSource]
  package var bases: [BaseRecordSource]

  package init(
    name: String, schema: Node?, schemaFile: String, definitions: [DefinitionSource] = [],
    bases: [BaseRecordSource] = []
  ) {
    self.name = name
    self.schema = schema
    self.schemaFile = schemaFile
    self.definitions = definitions
    self.bases = bases
  }
}

/// A document that is read by another stage, such as a score sheet.
package struct DocumentSource: Sendable {
  package var file: String
  package var document: Node

  package init(file: String, document: Node) {
    self.file = file
    self.document = document
  }
}

/// Everything in a rules folder, read and checked for shape; nothing in it is compiled.
package struct RulebookSource: Sendable {
  /// Every file that was read, by its path below the rules folder, in byte order of the paths.
  package var files: [SourceFile]
  package var instruments: [Instrument]
  package var parameters: [ParameterSource]
  /// Every published schedule of working days, in the order of the files.
  package var publishedYears: [OfficeCalendar.PublishedYear]
  package var kinds: [RecordKindSource]
  /// By id.
  package var rules: [RuleSource]
  /// The documents of `standards/`.
  package var standards: [DocumentSource]
  /// The score sheets among `standards` that have the right shape.
  package var sheets: [StandardSource] = []
  /// What no example can show, and why; empty where there is no `proof.yaml`.
  package var proof = ProofSource()
  /// What letters to offices say beside their findings; `nil` where there is no such file, or it has
  /// errors.
  package var letters: LetterSettings?
  /// In the order of files, and then of places in them.
  package var diagnostics: [FileDiagnostic]

  package init(
    files: [SourceFile] = [], instruments: [Instrument] = [], parameters: [ParameterSource] = [],
    publishedYears: [OfficeCalendar.PublishedYear] = [],
    kinds: [RecordKindSource] = [], rules: [RuleSource] = [], standards: [DocumentSource] = [],
    diagnostics: [FileDiagnostic] = []
  ) {
    self.files = files
    self.instruments = instruments
    self.parameters = parameters
    self.publishedYears = publishedYears
    self.kinds = kinds
    self.rules = rules
    self.standards = standards
    self.diagnostics = diagnostics
  }

  package var hasErrors: Bool { diagnostics.contains { $0.diagnostic.severity == .error } }
}
