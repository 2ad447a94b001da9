package import Findings

/// Chooses what of a review is told, counts all of it, and hands it to every format.
package struct ReviewTeller {
  /// What of a review is told. Figures always count everything.
  package struct Choice: Hashable, Sendable {
    /// Results and findings of these outcomes are left out.
    package var hidden: Set<Outcome>
    /// How many findings of one rule are told in a run; `nil` for all.
    package var mostPerRule: Int?
    /// True for figures alone.
    package var isStatistics: Bool

    package init(
      hidden: Set<Outcome> = [], mostPerRule: Int? = nil, isStatistics: Bool = false
    ) {
      self.hidden = hidden
      self.mostPerRule = mostPerRule
      self.isStatistics = isStatistics
    }
  }

  private let choice: Choice
  private var printers: [any ReviewPrinter]
  private var tally = ReviewTally(rules: [])
  private var head: [LocatedDiagnostic] = []
  private var number = 0
  /// Findings told, by rule.
  private var told: [String: Int] = [:]

  package init(_ printers: [any ReviewPrinter], choice: Choice = Choice()) {
    self.printers = printers
    self.choice = choice
  }

  package mutating func begin(_ head: ReviewHead) {
    tally = ReviewTally(rules: head.rules)
    tally.add(head.diagnostics)
    self.head = head.diagnostics
    var head = head
    head.isStatistics = choice.isStatistics
    for place in printers.indices { printers[place].begin(head) }
  }

  package mutating func add(_ review: CaseReview) {
    number += 1
    var review = review
    for place in review.results.indices {
      let result = review.results[place]
      review.results[place].findings = result.told(
        tally.rule(result.rule), caseNumber: review.caseNumber)
    }
    tally.add(review)
    var told = chosen(review)
    if choice.isStatistics {
      // Figures leave out cases; what is wrong with a file is no figure.
      if review.diagnostics.isEmpty && !review.isUnreadable { return }
      (told.review.results, told.untold) = ([], 0)
    }
    for place in printers.indices { printers[place].add(told) }
  }

  /// - Parameters:
  ///   - diagnostics: What went wrong outside of the records and was not known at the beginning.
  ///   - resolved: What a baseline holds and the run did not find; `nil` for a run without one.
  package mutating func end(
    diagnostics: [LocatedDiagnostic] = [], resolved: [ResolvedFindings]? = nil
  ) {
    tally.add(diagnostics)
    if let resolved { tally.add(resolved) }
    let tail = ReviewTail(
      diagnostics: head + diagnostics, lateDiagnostics: diagnostics, resolved: resolved,
      tally: tally)
    for place in printers.indices { printers[place].end(tail) }
  }

  private mutating func chosen(_ review: CaseReview) -> ToldCase {
    var review = review
    var untold = 0
    for place in review.results.indices {
      var findings: [Finding] = []
      for finding in review.results[place].findings {
        if choice.hidden.contains(finding.outcome) {
          leaveOut(finding, isHidden: true, &untold)
        } else if let most = choice.mostPerRule, told[finding.rule, default: 0] >= most {
          leaveOut(finding, isHidden: false, &untold)
        } else {
          told[finding.rule, default: 0] += 1
          findings.append(finding)
        }
      }
      review.results[place].findings = findings
    }
    review.results.removeAll { choice.hidden.contains($0.outcome) && $0.findings.isEmpty }
    return ToldCase(number: number, review: review, untold: untold)
  }

  private mutating func leaveOut(_ finding: Finding, isHidden: Bool, _ untold: inout Int) {
    untold += 1
    tally.leaveOut(finding, isHidden: isHidden)
  }
}

extension ReviewPrinter {
  /// Prints a whole review, all of it.
  package func print(
    _ review: Review, choice: ReviewTeller.Choice = .init(), resolved: [ResolvedFindings]? = nil
  ) {
    var teller = ReviewTeller([self], choice: choice)
    var head = ReviewHead(
      asOf: review.asOf, rules: review.rules, cases: review.cases.count,
      diagnostics: review.diagnostics)
    head.hasBaseline = resolved != nil
    teller.begin(head)
    for caseReview in review.cases { teller.add(caseReview) }
    teller.end(resolved: resolved)
  }
}
