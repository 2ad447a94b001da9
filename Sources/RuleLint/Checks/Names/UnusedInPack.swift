import CEL
import CaseRecords
import RuleCompiler
import SourceText
import YAML

/// A parameter that nothing reads.
package enum UnusedParameter: LintCheck {
  package static let note = LintNote(
    "unused-parameter", .names, .warning,
    summary: BilingualText(zh: "参数没有用到", en: "a parameter is read by nothing"),
    explanation: BilingualText(
      zh: "没有规则、定义或评分标准读它。它的值会过时而没有人发觉；删去它，或写出用它的规则。",
      en:
        "No rule, definition or standard reads it, so that its values may grow stale unseen. Take it "
        + "out, or write the rule that needs it."),
    breaking: LintExample(
      in: "parameters/more.yaml",
      """
      «spare»:
        label: { zh: 备用, en: Spare }
        type: integer
        order: []
        values:
          - { value: 3, source: 样例法第三条, cites: [ { instrument: sample-law, article: 第三条 } ], confidence: verified }
      """),
    sound: LintExample(in: "parameters/more.yaml", "{}"))

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    for parameter in pack.loaded.source.parameters
    where !pack.words.contains("params.\(parameter.name.text)") {
      report.add(
        pack.file(parameter.file), parameter.name.range, rule: nil,
        BilingualText(
          zh: "`params.\(parameter.name.text)` 没有用到",
          en: "`params.\(parameter.name.text)` is read by nothing"))
    }
  }
}

/// A definition that nothing reads.
package enum UnusedDefinition: LintCheck {
  package static let note = LintNote(
    "unused-definition", .names, .warning,
    summary: BilingualText(zh: "定义没有用到", en: "a definition is read by nothing"),
    explanation: BilingualText(
      zh: "没有规则、表结构或其他定义用到它。",
      en: "No rule, schema or other definition reads it."),
    breaking: LintExample(
      in: "records/sample.definitions.yaml",
      """
      define:
        busy: { label: { zh: 忙, en: Busy }, type: boolean, is: case.n > 0, meaning: As said. }
        «spare»: { label: { zh: 备用, en: Spare }, type: boolean, is: case.n > 1, meaning: As said. }
      """),
    sound: LintExample(
      in: "records/sample.definitions.yaml",
      """
      define:
        busy: { label: { zh: 忙, en: Busy }, type: boolean, is: case.n > 0, meaning: As said. }
      """))

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    var used = pack.expressions.reduce(into: Set<String>()) {
      $0.formUnion($1.calledNames)
    }
    // Rules that did not compile use what they use all the same.
    let compiled = Set(pack.rules.map(\.id))
    let broken = pack.loaded.source.rules.filter { !compiled.contains($0.id.text) }
    let words = PackWords(Set(broken.map(\.file)).map { pack.file($0) })
    for kind in pack.loaded.source.kinds {
      for definition in kind.definitions where words.contains(definition.name.text) {
        used.insert(definition.name.text)
      }
      for definition in kind.definitions where !used.contains(definition.name.text) {
        report.add(
          pack.file(definition.file), definition.name.range, rule: nil,
          BilingualText(
            zh: "`\(definition.name.text)` 没有用到",
            en: "`\(definition.name.text)` is read by nothing"))
      }
    }
  }
}

/// A named deadline whose days no rule reads.
package enum UnusedTerm: LintCheck {
  package static let note = LintNote(
    "unused-term", .names, .warning,
    summary: BilingualText(
      zh: "期限的名称没有用到", en: "a named deadline is read by no other rule"),
    explanation: BilingualText(
      zh: "`term:` 给期限一个名称，供其他规则读 `terms.名称.due`；没有规则读它，就不必命名。",
      en:
        "`term:` names a deadline so that other rules may read `terms.NAME.due`. Where none does, it "
        + "needs no name."),
    breaking: "deadline: { term: «idle», from: case.day, within: params.term, act: case.later }",
    sound: "deadline: { from: case.day, within: params.term, act: case.later }")

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    for rule in pack.rules {
      for deadline in rule.readings.flatMap(\.checks).compactMap(\.deadline) {
        guard let name = deadline.name, !pack.words.contains("terms.\(name.text)") else {
          continue
        }
        report.add(
          rule.file, name.range, rule: rule.id,
          BilingualText(
            zh: "没有规则读 `terms.\(name.text)`", en: "no rule reads `terms.\(name.text)`"))
      }
    }
  }
}

/// An instrument that nothing cites.
package enum UnusedInstrument: LintCheck {
  package static let note = LintNote(
    "unused-instrument", .names, .warning,
    summary: BilingualText(
      zh: "登记的文件没有被引用", en: "an instrument of the registry is cited by nothing"),
    explanation: BilingualText(
      zh: "没有规则、参数或其他文件提到它的编号。",
      en: "No rule, parameter or other instrument names it."),
    breaking: LintExample(
      in: "instruments.yaml",
      """
      - { id: sample-law, name: { zh: 样例法, en: Sample Law }, from: 2020-01-01 }
      - { id: «spare-law», name: { zh: 备用法, en: Spare Law }, from: 2020-01-01 }
      """),
    sound: LintExample(
      in: "instruments.yaml",
      """
      - { id: sample-law, name: { zh: 样例法, en: Sample Law }, from: 2020-01-01 }
      """))

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    let instruments = pack.loaded.source.instruments
    let successors = Set(instruments.compactMap { $0.replacedBy?.text })
    for instrument in instruments
    where !successors.contains(instrument.id.text)
      && !pack.words.contains(instrument.id.text)
    {
      report.add(
        pack.file(instrument.file), instrument.id.range, rule: nil,
        BilingualText(
          zh: "没有谁引用 `\(instrument.id.text)`", en: "nothing cites `\(instrument.id.text)`"))
    }
  }
}

/// A base record that no example starts from.
package enum UnusedBase: LintCheck {
  package static let note = LintNote(
    "unused-base", .names, .warning,
    summary: BilingualText(
      zh: "基础记录没有示例使用", en: "a base record is used by no example"),
    explanation: BilingualText(
      zh: "基础记录只为示例而有；没有示例用它，就可以删去。",
      en: "A base record is there for examples; one that none starts from can go."),
    breaking: LintExample(
      in: "records/sample.examples/spare.yaml",
      "«{ kind: sample, case: { n: 1 } }»"),
    sound: LintExample(
      in: "records/sample.examples/ordinary.yaml",
      "{ kind: sample, case: { n: 1, m: 1, told: true } }"))

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    for kind in pack.loaded.source.kinds {
      let used = Set(
        pack.loaded.source.rules.filter { $0.recordKind == kind.name }.flatMap(\.examples)
          .map(\.base.text))
      for base in kind.bases where !used.contains(base.name) {
        report.add(
          pack.file(base.file), base.record.range, rule: nil,
          BilingualText(
            zh: "没有示例从 `\(base.name)` 出发", en: "no example starts from `\(base.name)`"))
      }
    }
  }
}

/// A fact of the schema that no expression reads.
package enum UnusedFact: LintCheck {
  package static let note = LintNote(
    "unused-fact", .names, .info,
    summary: BilingualText(
      zh: "没有规则读这一事实", en: "a fact of the schema is read by no rule"),
    explanation: BilingualText(
      zh: "记录要填它，规则、定义和表结构的条件却都不读。也许缺一条规则，也许不必要求填写。",
      en:
        "Records are asked for it, and no rule, definition or expectation reads it. Perhaps a rule is "
        + "missing, or the fact need not be recorded."),
    breaking: LintExample(
      in: "records/other.yaml",
      """
      kind: other
      zh: 样例
      en: Sample
      sections:
        - name: case
          zh: 案件
          en: Case
          shape: record
          expect: always
          fields:
            - { name: n, zh: 数目, en: Number, type: integer, expect: always }
            - { name: «spare», zh: 备用, en: Spare, type: integer, expect: case.n > 0 }
      """),
    sound: LintExample(
      in: "records/other.yaml",
      """
      kind: other
      zh: 样例
      en: Sample
      sections:
        - name: case
          zh: 案件
          en: Case
          shape: record
          expect: always
          fields:
            - { name: n, zh: 数目, en: Number, type: integer, expect: case.n > 0 }
      """))

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    // A rule that does not compile may read anything.
    guard pack.rules.count == pack.loaded.source.rules.count else { return }
    var read: Set<String> = []
    for expression in pack.expressions {
      for node in expression.tree.nodes {
        switch node.kind {
        case .select(_, let field, _), .presence(_, let field?): read.insert(field)
        default: break
        }
      }
    }
    for kind in pack.loaded.source.kinds {
      guard let schema = pack.loaded.rulebooks.first(where: { $0.schema.kind == kind.name })?.schema
      else { continue }
      let shapes = schema.sections.map(\.shape) + schema.shapes.filter { $0 !== schema.document }
      for shape in shapes {
        for (number, field) in shape.fields.enumerated()
        where number != shape.key && !read.contains(field.name) {
          report.add(
            pack.file(kind.schemaFile), field.range, rule: nil,
            BilingualText(
              zh: "没有规则读 `\(shape.name).\(field.name)`",
              en: "no rule reads `\(shape.name).\(field.name)`"))
        }
      }
    }
  }
}

extension LintExpression {
  /// The names that are read or called.
  var calledNames: Set<String> {
    Set(
      tree.nodes.compactMap { node -> String? in
        switch node.kind {
        case .identifier(let name, _): name
        case .call(let name, nil, _): name
        default: nil
        }
      })
  }
}
