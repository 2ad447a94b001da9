package import CEL
internal import CaseRecords
package import Findings
internal import SourceText

/// A score sheet with what it takes to say which records it is for. Its feeders name rules by their
/// present ids.
package struct CompiledStandard: Sendable {
  package let sheet: ScoreSheet
  package let kind: String
  package let isDefault: Bool
  /// `nil` where it is for every record of its kind.
  package let applies: Program?
}

extension RulebookSource {
  /// Compiles the sheets of a record kind against its rulebook.
  ///
  /// - Returns: The sheets without an error in their files, in the order of the files, and what is
  ///   wrong with the others.
  func compileStandards(
    for rulebook: Rulebook, kind: String
  ) -> (standards: [CompiledStandard], diagnostics: [FileDiagnostic]) {
    var standards: [CompiledStandard] = []
    var found: [FileDiagnostic] = []
    for source in sheets where source.kind.text == kind {
      var problems = source.feeds.compactMap { name in
        rulebook.schema.problem(ofField: name)
      }
      var applies: Program?
      if let expression = source.applies {
        let file =
          files.first { $0.path == source.file } ?? SourceFile(path: source.file, bytes: [])
        var compiler = ExpressionCompiler(file: file, nextSlot: rulebook.slotCount)
        applies = compiler.compile(expression, in: rulebook.environment, expecting: .bool)
        problems += compiler.diagnostics
      }
      found += problems.map { FileDiagnostic(file: source.file, diagnostic: $0) }
      let isWrong = (diagnostics + found).contains {
        $0.file == source.file && $0.diagnostic.severity == .error
      }
      if isWrong { continue }
      standards.append(
        CompiledStandard(
          sheet: withPresentIDs(source.sheet), kind: kind, isDefault: source.isDefault,
          applies: applies))
    }
    return (standards, found)
  }

  private func withPresentIDs(_ sheet: ScoreSheet) -> ScoreSheet {
    func present(_ feeders: [ScoreSheet.Feeder]) -> [ScoreSheet.Feeder] {
      feeders.map { feeder in
        ScoreSheet.Feeder(rule: rule(feeder.rule)?.id.text ?? feeder.rule, check: feeder.check)
      }
    }
    func present(_ items: [ScoreSheet.Item]) -> [ScoreSheet.Item] {
      items.map { item in
        var item = item
        for number in item.lines.indices {
          item.lines[number].feeders = present(item.lines[number].feeders)
        }
        return item
      }
    }
    var sheet = sheet
    for number in sheet.vetoes.indices {
      sheet.vetoes[number].feeders = present(sheet.vetoes[number].feeders)
    }
    sheet.items = present(sheet.items)
    sheet.deductions = present(sheet.deductions)
    return sheet
  }
}

extension RecordSchema {
  /// What is wrong with a path without indexes, `officers.licence_no`; `nil` where it leads to a
  /// section or field.
  fileprivate func problem(ofField name: NameSource) -> Diagnostic? {
    var path = ""
    var plain: [String] = []
    var above: FactLocation?
    for part in name.text.split(separator: ".", omittingEmptySubsequences: false) {
      let here = path.isEmpty ? String(part) : "\(path).\(part)"
      guard let location = location(of: here) else {
        let known = above.map(Self.names(in:)) ?? sections.map(\.name)
        let near = Suggestion.nearest(to: String(part), among: known)
        let whole = near.map { (plain + [$0]).joined(separator: ".") }
        return .unknownFedField(name.text, near: whole, at: name.range)
      }
      plain.append(String(part))
      above = location
      path = here
      switch location.target {
      case .recordList: path += "[0]"
      case .field(let field):
        if case .list(.record) = field.type { path += "[0]" }
      case .section, .element, .scalarElement: break
      }
    }
    return nil
  }

  private static func names(in location: FactLocation) -> [String] {
    switch location.target {
    case .section(let section): section.shape.fields.map(\.name)
    case .recordList(let shape), .element(let shape): shape.fields.map(\.name)
    case .field(let field):
      switch field.type {
      case .record(let shape), .list(.record(let shape)): shape.fields.map(\.name)
      default: []
      }
    case .scalarElement: []
    }
  }
}
