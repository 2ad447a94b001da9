import CEL
import CaseRecords
package import RuleCompiler
package import SourceText
import YAML

/// Makes the mutants of a rule.
package struct MutantMaker {
  private let rule: CompiledRule
  private let rulebook: Rulebook
  private let file: SourceFile
  private let expressions: CompiledExpressions

  /// - Parameter file: The rule's file.
  package init(_ rule: CompiledRule, in rulebook: Rulebook, file: SourceFile) {
    self.rule = rule
    self.rulebook = rulebook
    self.file = file
    expressions = CompiledExpressions(rule)
  }

  /// Every mutant, in the order of the rule's text; their keys differ.
  package func mutants() -> [Mutant] {
    let document = RuleDocument(file)
    let drafts =
      ofExpressions() + ofParameters()
      + CheckMutants(rule: rule.source, document: document).mutants()
      + ClockMutants(rule: rule.source, document: document).mutants()
      + VersionMutants(rule: rule.source, document: document).mutants()
    var counts: [String: Int] = [:]
    return drafts.map { draft in
      let words = "\(draft.place): \(draft.words)"
      counts[words, default: 0] += 1
      let number = counts[words] ?? 1
      return Mutant(
        key: number == 1 ? words : "\(words) #\(number)", family: draft.family,
        range: draft.range, replacement: draft.replacement, change: draft.change,
        expressions: draft.expressions)
    }
  }

  private func ofExpressions() -> [MutantDraft] {
    var drafts: [MutantDraft] = []
    var places: [(String, ExpressionSource)] = []
    _ = ExpressionVisitor { place, expression in
      places.append((place, expression))
      return expression
    }.rule(rule.source)
    for (number, (place, expression)) in places.enumerated() {
      guard let checked = expressions[expression.text] else { continue }
      let map = ScalarSourceMap(expression.node, source: file.bytes)
      for edit in ExpressionMutants.edits(of: checked, schema: rulebook.schema) {
        let changed = ExpressionSource(
          text: edit.applied(to: expression.text), node: expression.node)
        var count = -1
        let rule = ExpressionVisitor { _, expression in
          count += 1
          return count == number ? changed : expression
        }.rule(rule.source)
        var draft = MutantDraft(
          edit.family, place, edit.words, map?.range(of: edit.range) ?? expression.range,
          edit.replacement, rule)
        draft.expressions = [expression.text, changed.text]
        drafts.append(draft)
      }
    }
    return drafts
  }

  private func ofParameters() -> [MutantDraft] {
    let names = expressions.parameterNames
    return rulebook.parameters.parameters.filter { names.contains($0.name.text) }.flatMap {
      parameter -> [MutantDraft] in
      let name = "params.\(parameter.name.text)"
      let range = place(of: name) ?? rule.source.id.range
      return ParameterMutants.changes(of: parameter).map { change in
        MutantDraft(
          change.family, name, change.words, range, "\(name) (\(change.words))",
          change: .parameter(change.parameter))
      }
    }
  }

  /// Where the rule's text names a parameter first.
  private func place(of name: String) -> ByteRange? {
    let (text, wanted) = (file.bytes, Array(name.utf8))
    let (low, high) = (Int(rule.source.range.start), Int(rule.source.range.end))
    guard low <= high, high <= text.count, !wanted.isEmpty else { return nil }
    var start = low
    while start + wanted.count <= high {
      let end = start + wanted.count
      if text[start] == wanted[0], text[start..<end].elementsEqual(wanted),
        end == high || !isNamePart(text[end])
      {
        return ByteRange(start, end)
      }
      start += 1
    }
    return nil
  }

  private func isNamePart(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte
      || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
      || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
  }
}
