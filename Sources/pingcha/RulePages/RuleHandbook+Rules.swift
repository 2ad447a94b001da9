import CaseRecords
import Findings
import Reports
import RuleCompiler
import SourceText

extension RuleHandbook {
  /// Describes the rules of a folder.
  ///
  /// - Parameter cases: What sample cases show of rules, by rule id.
  init(_ loaded: LoadedRules, cases: [String: [SampleCase]]) {
    var entries: [Entry] = []
    for rulebook in loaded.rulebooks {
      let reader = RuleKnowledge(rulebook, parameters: loaded.source.parameters)
      for rule in rulebook.rules {
        var entry = Entry(rule: RuleDescription(rule))
        entry.rule.summary.file = rule.source.file
        let read = reader.knowledge(of: rule.source)
        entry.facts = read.facts
        entry.definitions = read.definitions
        entry.parameters = read.parameters
        entry.cases = cases[rule.id] ?? []
        entries.append(entry)
      }
    }
    self.init(
      rules: entries.sorted {
        $0.rule.summary.id.utf8.lexicographicallyPrecedes($1.rule.summary.id.utf8)
      },
      instruments: loaded.source.instruments.map(Instrument.init))
  }
}

extension RuleHandbook.Instrument {
  init(_ instrument: RuleCompiler.Instrument) {
    self.init(
      id: instrument.id.text, name: instrument.name, number: instrument.number,
      issuer: instrument.issuer, from: instrument.from, until: instrument.until,
      address: instrument.address)
  }
}

extension RuleHandbook.Parameter {
  init(_ parameter: ParameterSource) {
    self.init(
      name: parameter.name.text, label: parameter.label,
      values: parameter.entries.map { Value($0, type: parameter.type) })
  }
}

extension RuleHandbook.Parameter.Value {
  init(_ entry: ParameterSource.Entry, type: ParameterType) {
    let keys = [
      ("law", entry.law), ("region", entry.region), ("sector", entry.sector),
      ("party", entry.party),
    ]
    self.init(
      value: entry.value == .null ? nil : entry.value.text(of: type),
      conditions: keys.compactMap { key, value in value.map { "\(key): \($0)" } },
      from: entry.from, until: entry.until, source: entry.source, isVerified: entry.isVerified)
  }
}

extension ParameterValue {
  /// As a file writes it, in a line: the fields of a record with their names.
  fileprivate func text(of type: ParameterType) -> String {
    switch (self, type) {
    case (.record(let values), .record(let fields)):
      let parts = zip(fields, values).filter { $0.1 != .null }.map { field, value in
        "\(field.name): \(value.text(of: field.type))"
      }
      return "{ \(parts.joined(separator: ", ")) }"
    case (.list(let values), .list(let element)):
      return "[\(values.map { $0.text(of: element) }.joined(separator: ", "))]"
    default: return text
    }
  }
}
