import CEL
import CaseRecords
import Findings
import RuleCompiler
import SourceText
import YAML

/// Collects expressions and texts, each once: versions of a rule share what they do not replace.
struct PackCollector {
  /// Trees higher than this are left alone: nobody writes them by hand.
  private static let maximumHeight = 200

  private struct Place: Hashable {
    var file: String
    var start: UInt32
    var offset: Int
  }

  private(set) var expressions: [LintExpression] = []
  private(set) var texts: [LintText] = []
  private var seen: Set<Place> = []

  // MARK: Rules

  mutating func collect(_ rule: LintRule) {
    for version in rule.compiled.versions {
      let source = version.source
      for (basis, program) in zip(source.effective?.basis ?? [], version.basis) {
        add(.basis, basis, program, rule)
      }
      add(.applies, source.applies, version.applies, rule)
      let lets = Dictionary(
        version.lets.map { ($0.name, $0.program) }, uniquingKeysWith: { first, _ in first })
      for entry in source.lets {
        add(.letValue, entry.expression, lets[entry.name.text], rule)
      }
      add(.figure, source.value, nil, rule)
      for exception in version.exceptions {
        add(.exception, exception.source.when, exception.when, rule)
      }
      for check in version.checks { collect(check, rule) }
      add(.title, source.title, rule)
    }
    if let reading = rule.node["reading"] { add(.reading, nil, reading, [], rule) }
    for example in rule.node["examples"]?.sequence ?? [] {
      if let note = example["note"] { add(.note, nil, note, [], rule) }
    }
    for version in rule.source.versions where version.reading != nil {
      let node = rule.node["versions"]?.sequence?.first { $0.range == version.range }?["reading"]
      if let node { add(.reading, nil, node, [], rule) }
    }
  }

  private mutating func collect(_ check: CompiledCheck, _ rule: LintRule) {
    let source = check.source
    for (basis, program) in zip(source.basis, check.basis) { add(.basis, basis, program, rule) }
    add(.when, source.when, check.when, rule)
    collect(source.each, check.bindings, rule)
    add(.elementCondition, source.whereCondition, check.whereCondition, rule)
    switch check.requirement {
    case .condition(let program): add(.requirement, source.that, program, rule)
    case .deadline(let deadline): collect(deadline, rule)
    }
    let whole = rule.source
    add(.message, source.message ?? whole.message, check.message, rule)
    add(.remedy, source.remedy ?? whole.remedy, check.remedy, rule)
    for version in rule.readings {
      if source.message == nil { add(.message, version.message, check.message, rule) }
      if source.remedy == nil { add(.remedy, version.remedy, check.remedy, rule) }
    }
  }

  private mutating func collect(
    _ sources: [BindingSource], _ compiled: [CompiledBinding], _ rule: LintRule
  ) {
    for (source, binding) in zip(sources, compiled) { add(.each, source.list, binding.list, rule) }
  }

  private mutating func collect(_ deadline: CompiledDeadline, _ rule: LintRule) {
    let source = deadline.source
    add(.deadline, source.from, deadline.from, rule)
    add(.deadline, source.term.period, deadline.period, rule)
    add(.deadline, source.act, deadline.act, rule)
    for stop in deadline.stops {
      add(.when, stop.source.when, stop.when, rule)
      collect(stop.source.each, stop.bindings, rule)
      add(.elementCondition, stop.source.whereCondition, stop.whereCondition, rule)
      add(.deadline, stop.source.from, stop.from, rule)
      add(.deadline, stop.source.until, stop.until, rule)
    }
    for more in deadline.extensions {
      add(.elementCondition, more.source.whereCondition, more.whereCondition, rule)
      add(.deadline, more.source.approvedOn, more.approvedOn, rule)
      switch more.length {
      case .by(let program), .until(let program):
        add(.deadline, more.source.length.expression, program, rule)
      }
    }
  }

  // MARK: Definitions and schemas

  mutating func collect(
    _ kind: RecordKindSource, _ rulebook: Rulebook?, _ files: [String: SourceFile]
  ) {
    for definition in kind.definitions {
      guard let file = files[definition.file] else { continue }
      let text = definition.expression.text
      let program =
        definition.arguments.isEmpty ? rulebook?.compile(expression: text).program : nil
      add(.definition, text, node: definition.expression.node, program, file, rule: nil)
    }
    guard let schema = rulebook?.schema, let file = files[kind.schemaFile] else { return }
    let expectations =
      schema.sections.map(\.expectation)
      + (schema.sections.map(\.shape) + schema.shapes).flatMap(\.fields).map(\.expectation)
    for case .condition(let text, let node) in expectations {
      let program = rulebook?.compile(expression: text).program
      add(.expectation, text, node: node, program, file, rule: nil)
    }
  }

  // MARK: Labels

  /// Collects what a file that is no rule says in both languages.
  mutating func collectLabels(of document: Node, in file: SourceFile) {
    for node in document.mappings {
      guard let zh = node["zh"], let en = node["en"], zh.scalar != nil, en.scalar != nil else {
        continue
      }
      for (language, text) in [(Language.zh, zh), (.en, en)]
      where isNew(file, text.range.start, -1) {
        texts.append(LintText(.label, language, text, spans: [], file: file, rule: nil))
      }
    }
  }

  // MARK: Adding

  private mutating func add(
    _ role: LintExpression.Role, _ source: ExpressionSource?, _ program: Program?, _ rule: LintRule
  ) {
    guard let source else { return }
    add(role, source.text, node: source.node, program, rule.file, rule: rule.id)
  }

  private mutating func add(
    _ role: LintExpression.Role, _ text: String, node: Node, _ program: Program?,
    _ file: SourceFile, rule: String?, offset: Int = 0
  ) {
    guard isNew(file, node.range.start, offset) else { return }
    let tree = program?.checked.tree ?? parse(text).tree
    guard tree.height <= Self.maximumHeight else { return }
    expressions.append(
      LintExpression(
        role, text, node: node, file: file, rule: rule, tree: tree, checked: program?.checked,
        offset: offset))
  }

  private mutating func add(_ role: LintText.Role, _ title: BilingualSource?, _ rule: LintRule) {
    guard let title else { return }
    add(role, .zh, title.zh, [], rule)
    add(role, .en, title.en, [], rule)
  }

  private mutating func add(
    _ role: LintText.Role, _ source: MessageSource?, _ compiled: CompiledMessage?, _ rule: LintRule
  ) {
    guard let source else { return }
    for language in Language.allCases {
      let template = source[language]
      add(role, language, template.node, template.placeholders.map(\.span), rule)
      let programs = (compiled?[language] ?? []).compactMap { piece in
        if case .value(let placeholder) = piece { placeholder.program } else { nil }
      }
      for (number, placeholder) in template.placeholders.enumerated() {
        add(
          .placeholder, placeholder.expression, node: template.node,
          programs.count == template.placeholders.count ? programs[number] : nil, rule.file,
          rule: rule.id, offset: placeholder.expressionOffset)
      }
    }
  }

  private mutating func add(
    _ role: LintText.Role, _ language: Language?, _ node: Node, _ spans: [ByteRange],
    _ rule: LintRule
  ) {
    // −1: a text begins where its first placeholder may.
    guard isNew(rule.file, node.range.start, -1) else { return }
    texts.append(LintText(role, language, node, spans: spans, file: rule.file, rule: rule.id))
  }

  private mutating func isNew(_ file: SourceFile, _ start: UInt32, _ offset: Int) -> Bool {
    seen.insert(Place(file: file.path, start: start, offset: offset)).inserted
  }
}
