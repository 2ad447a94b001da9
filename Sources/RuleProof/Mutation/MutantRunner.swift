internal import CaseRecords
package import Findings
package import RuleCompiler
internal import RuleEvaluator
internal import SourceText

/// Holds the mutants of rules against the examples of the rules.
package struct MutantRunner: Sendable {
  private let loaded: LoadedRules
  /// True to look for an example that would kill each survivor.
  private let searches: Bool

  package init(_ loaded: LoadedRules, searches: Bool = true) {
    self.loaded = loaded
    self.searches = searches
  }

  /// Measures several rules at once; the result is in their order, whatever finishes first.
  ///
  /// - Parameters:
  ///   - jobs: Rules under way at the same time, 1 or more.
  ///   - progress: Is told after each rule how many are done.
  package func run(
    _ rules: [RuleSource], jobs: Int, progress: (Int) -> Void = { _ in }
  ) async -> [RuleMutation] {
    precondition(jobs > 0, "rules need at least one worker")
    return await withTaskGroup(of: (number: Int, result: RuleMutation).self) { group in
      var results = [RuleMutation?](repeating: nil, count: rules.count)
      var (next, done) = (0, 0)
      while true {
        while next < rules.count, next - done < jobs {
          let (number, rule) = (next, rules[next])
          group.addTask { (number, run(rule)) }
          next += 1
        }
        guard let finished = await group.next() else { break }
        results[finished.number] = finished.result
        done += 1
        progress(done)
      }
      return results.compactMap(\.self)
    }
  }

  /// Measures one rule.
  package func run(_ rule: RuleSource) -> RuleMutation {
    var report = RuleMutation(rule: rule.id.text)
    guard let subject = subject(rule) else {
      report.isCompiled = false
      return report
    }
    var trials: [MutationSubject.Trial] = []
    for (index, example) in rule.examples.enumerated() {
      if let trial = subject.trial(of: example),
        MutationSubject.states(example, trial.verdict)
      {
        trials.append(trial)
      } else {
        report.failingExamples.append(index + 1)
      }
    }
    guard report.failingExamples.isEmpty else { return report }
    hold(subject, against: trials, into: &report)
    return report
  }

  private func subject(_ rule: RuleSource) -> MutationSubject? {
    guard let rulebook = loaded.rulebooks.first(where: { $0.schema.kind == rule.recordKind }),
      let compiled = rulebook.rule(rule.id.text), compiled.id == rule.id.text,
      let file = loaded.source.files.first(where: { $0.path == rule.file })
    else { return nil }
    let bases = loaded.source.kinds.first { $0.name == rule.recordKind }?.bases ?? []
    return MutationSubject(rule, compiled, in: rulebook, bases: bases, file: file)
  }

  private func hold(
    _ subject: MutationSubject, against examples: [MutationSubject.Trial],
    into report: inout RuleMutation
  ) {
    var trials = examples
    var families: [MutationFamily: RuleMutation.Family] = [:]
    let maker = MutantMaker(subject.compiled, in: subject.rulebook, file: subject.file)
    var search: KillerSearch?
    let definitions =
      loaded.source.kinds.first { $0.name == subject.source.recordKind }?.definitions ?? []
    for mutant in maker.mutants() {
      guard let compiled = subject.compile(mutant) else {
        report.invalid += 1
        continue
      }
      report.made += 1
      report.keys.append(mutant.key)
      families[mutant.family, default: .init(family: mutant.family)].made += 1
      let killer = trials.firstIndex { trial in
        !MutationSubject.states(trial.example, subject.verdict(of: compiled, on: trial))
      }
      if let killer {
        report.killed += 1
        families[mutant.family]?.killed += 1
        // What killed one mutant is likely to kill the next.
        trials.swapAt(0, killer)
      } else {
        var survivor = survivor(mutant, subject)
        if searches, !isExcused(mutant, of: subject.source) {
          var searching =
            search ?? KillerSearch(subject, examples: examples, definitions: definitions)
          survivor.search = searching.search(
            for: compiled, touching: mutant.facts(in: subject, definitions: definitions))
          search = searching
        }
        report.survivors.append(survivor)
      }
    }
    report.families = MutationFamily.allCases.compactMap { families[$0] }
  }

  /// True where somebody has said why no record can tell the mutant from its rule.
  private func isExcused(_ mutant: Mutant, of rule: RuleSource) -> Bool {
    loaded.source.proof.mutation.contains {
      $0.rule.text == rule.id.text && $0.mutant.text == mutant.key
    }
  }

  private func survivor(_ mutant: Mutant, _ subject: MutationSubject) -> SurvivingMutant {
    let (before, after) = ChangedLines.of(mutant, in: subject.file)
    return SurvivingMutant(
      key: mutant.key, family: mutant.family,
      place: loaded.place(of: mutant.range, in: subject.source.file), before: before, after: after)
  }
}
