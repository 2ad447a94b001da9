import RuleCompiler
import SourceText
import Testing
import YAML

/// The forms from which readers take the keys that they know, and from which schemas are written.
@Suite struct SourceFormTests {
  /// A document that has every key of a form, each with a value of the right shape; of keys that
  /// exclude each other the one behind which more stands. `extra` stands in every mapping of a form.
  private struct Sample {
    var extra: String?
    /// How many mappings of forms there are in it.
    var forms = 0
    private let preferred: Set<String> = [
      "versions", "require", "deadline", "within", "by", "date",
    ]

    /// What every flag says.
    private let flag: String

    init(extra: String? = nil, flag: String = "true") {
      self.extra = extra
      self.flag = flag
    }

    mutating func node(of form: SourceForm) -> Node {
      forms += 1
      var pairs: [Pair] = []
      for key in form.keys {
        let choice = form.choices.first { $0.keys.contains(key.name) }
        let chosen = choice?.keys.first { preferred.contains($0) }
        if choice == nil || chosen == key.name {
          pairs.append(pair(key.name, node(of: key.value)))
        }
      }
      if let extra { pairs.append(pair(extra, scalar("x"))) }
      return Node(content: .mapping(pairs), range: .none)
    }

    private mutating func node(of value: SourceValue) -> Node {
      switch value {
      // An id stands once in a file.
      case .text: scalar("a\(forms)")
      case .textOrNull, .slug, .identifier, .instrument, .expression, .any: scalar("a")
      case .ruleID: scalar("penalty.test.rule")
      case .factPath: scalar("case.number")
      case .region: scalar("52")
      case .day, .someDay: scalar("2024-09-30")
      case .flag: scalar(flag)
      case .count, .points, .either(.points, _): scalar("1")
      case .word(let words): scalar(words[0])
      case .form(let form): node(of: form)
      case .list(let element), .oneOrMany(let element), .either(_, .list(let element)):
        Node(content: .sequence([node(of: element)]), range: .none)
      case .either(let one, _): node(of: one)
      case .named(let element):
        Node(content: .mapping([pair("name", node(of: element))]), range: .none)
      case .byRule(let element):
        Node(content: .mapping([pair("penalty.test.rule", node(of: element))]), range: .none)
      case .patch: Node(content: .mapping([pair("case.number", scalar("1"))]), range: .none)
      }
    }

    private func scalar(_ text: String) -> Node {
      Node(content: .scalar(Scalar(text: text, style: .plain)), range: .none)
    }

    private func pair(_ key: String, _ value: Node) -> Pair {
      Pair(key: Scalar(text: key, style: .plain), keyRange: .none, value: value)
    }
  }

  /// How often the reader of rules meets a key that it does not know.
  private func unknownKeys(in node: Node) -> Int {
    var reader = SourceReader(file: "penalty/test/rule.yaml")
    _ = reader.rules(node)
    return reader.diagnostics.count { $0.code == "unknown-key" }
  }

  @Test func `the reader knows every key of the form of a rule`() {
    var sample = Sample()
    #expect(unknownKeys(in: sample.node(of: .rule)) == 0)
    #expect(sample.forms > 30)
  }

  @Test func `and no other, wherever the form stands`() {
    var sample = Sample(extra: "no_such_key")
    let node = sample.node(of: .rule)
    #expect(unknownKeys(in: node) == sample.forms)
  }

  @Test(
    "nor does any other reader",
    arguments: [
      "instruments", "parameters", "definitions", "proof", "standard", "calendar", "letters",
    ])
  func others(name: String) {
    let form: SourceForm =
      switch name {
      case "instruments": .instrument
      case "parameters": .parameter
      case "definitions": .definitions
      case "standard": .standard
      case "calendar": .calendar
      case "letters": .letters
      default: .proof
      }
    // An item that people judge has no lines.
    let flag = name == "standard" ? "false" : "true"
    var (sound, odd) = (Sample(flag: flag), Sample(extra: "no_such_key", flag: flag))
    let (good, bad) = (sound.node(of: form), odd.node(of: form))
    for (node, count) in [(good, 0), (bad, odd.forms)] {
      let diagnostics = read(node, as: name)
      #expect(diagnostics.count { $0.code == "unknown-key" } == count)
    }
  }

  private func read(_ node: Node, as name: String) -> [Diagnostic] {
    var reader = SourceReader(file: "\(name).yaml")
    switch name {
    case "instruments":
      _ = reader.instruments(Node(content: .sequence([node]), range: .none))
    case "parameters":
      // `fields` goes with records alone.
      let pairs = (node.mapping ?? []).map {
        $0.key.text == "type" ? replaced($0, by: "record") : $0
      }
      let parameter = Node(content: .mapping(pairs), range: .none)
      _ = reader.parameters(
        Node(
          content: .mapping([
            Pair(key: Scalar(text: "name", style: .plain), keyRange: .none, value: parameter)
          ]), range: .none))
    case "definitions": _ = reader.definitionFile(node)
    case "standard": _ = reader.standard(node)
    case "calendar": _ = reader.publishedYears(node)
    case "letters": _ = reader.letters(node)
    default: _ = reader.proof(node)
    }
    return reader.diagnostics
  }

  private func replaced(_ old: Pair, by value: String) -> Pair {
    Pair(
      key: old.key, keyRange: .none,
      value: Node(content: .scalar(Scalar(text: value, style: .plain)), range: .none))
  }

  @Test func `the names of forms and of the keys of each are told apart`() {
    var names: Set<String> = []
    var open = [
      SourceForm.rule, .instrument, .parameter, .definitions, .proof, .standard, .calendar,
      .letters,
    ]
    while let form = open.popLast() {
      guard names.insert(form.name).inserted else { continue }
      #expect(Set(form.names).count == form.names.count, "\(form.name)")
      for key in form.keys {
        #expect(!key.meaning.zh.isEmpty && !key.meaning.en.isEmpty, "\(form.name).\(key.name)")
        open += forms(of: key.value)
      }
      for choice in form.choices {
        #expect(choice.keys.allSatisfy(form.names.contains), "\(form.name)")
      }
    }
    #expect(names.count > 15)
  }

  private func forms(of value: SourceValue) -> [SourceForm] {
    switch value {
    case .form(let form): [form]
    case .list(let inner), .oneOrMany(let inner), .named(let inner): forms(of: inner)
    case .either(let one, let other): forms(of: one) + forms(of: other)
    default: []
    }
  }

  @Test func `the source of an instrument is kept`() throws {
    let (instruments, diagnostics) = readInstruments(
      """
      - id: a-law
        name: { zh: 甲法, en: Law A }
        from: 2020-01-01
        source: https://law.example/a
      """)
    #expect(diagnostics == [])
    #expect(try #require(instruments.first).source == "https://law.example/a")
  }
}
