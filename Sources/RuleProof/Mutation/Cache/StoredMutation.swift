import Findings
import RuleCompiler
import SourceText

/// A measurement as the cache keeps it: places are offsets in the rule's file.
struct StoredMutation: Codable, Sendable {
  struct Family: Codable, Sendable {
    var family: String
    var made: Int
    var killed: Int
  }

  struct Survivor: Codable, Sendable {
    var key: String
    var family: String
    var start: UInt32
    var end: UInt32
    var before: [String]
    var after: [String]
    var example: Example?
    /// Records without a difference, where a search found none.
    var records: Int?
  }

  struct Example: Codable, Sendable {
    var text: String
    var original: String
    var mutant: String
    var check: String?
    var canBeStated: Bool
  }

  var made: Int
  var killed: Int
  var invalid: Int
  var keys: [String]
  var families: [Family]
  var survivors: [Survivor]

  init(_ result: RuleMutation) {
    made = result.made
    killed = result.killed
    invalid = result.invalid
    keys = result.keys
    families = result.families.map {
      Family(family: $0.family.rawValue, made: $0.made, killed: $0.killed)
    }
    survivors = result.survivors.map { survivor in
      let range = survivor.place?.range ?? .none
      var stored = Survivor(
        key: survivor.key, family: survivor.family.rawValue, start: range.start, end: range.end,
        before: survivor.before, after: survivor.after)
      switch survivor.search {
      case .notDone: break
      case .nothing(let records): stored.records = records
      case .found(let example): stored.example = Example(example, canBeStated: true)
      case .unstatable(let example): stored.example = Example(example, canBeStated: false)
      }
      return stored
    }
  }

  /// The measurement; `nil` where it holds words that the program does not know.
  func mutation(of rule: RuleSource, in loaded: LoadedRules) -> RuleMutation? {
    var result = RuleMutation(rule: rule.id.text)
    (result.made, result.killed, result.invalid, result.keys) = (made, killed, invalid, keys)
    for family in families {
      guard let name = MutationFamily(rawValue: family.family) else { return nil }
      result.families.append(.init(family: name, made: family.made, killed: family.killed))
    }
    for stored in survivors {
      guard let family = MutationFamily(rawValue: stored.family) else { return nil }
      var survivor = SurvivingMutant(
        key: stored.key, family: family,
        place: loaded.place(of: ByteRange(start: stored.start, end: stored.end), in: rule.file),
        before: stored.before, after: stored.after)
      if let example = stored.example {
        guard let killing = example.killing else { return nil }
        survivor.search = example.canBeStated ? .found(killing) : .unstatable(killing)
      } else if let records = stored.records {
        survivor.search = .nothing(records: records)
      }
      result.survivors.append(survivor)
    }
    return result
  }
}

extension StoredMutation.Example {
  init(_ example: KillingExample, canBeStated: Bool) {
    self.init(
      text: example.text, original: example.original.rawValue, mutant: example.mutant.rawValue,
      check: example.check, canBeStated: canBeStated)
  }

  var killing: KillingExample? {
    guard let original = Outcome(rawValue: original), let mutant = Outcome(rawValue: mutant) else {
      return nil
    }
    return KillingExample(text: text, original: original, mutant: mutant, check: check)
  }
}
