package import Findings

/// Everything that a report on coverage misses, one after the other: what whoever adds examples works
/// from.
package struct CoverageGapList {
  package enum Part {
    case outcome(OutcomeCoverage)
    case side(DecisionCoverage, ConditionCoverage, SideCoverage)
  }

  package struct Entry {
    package var group: CoverageGroup
    package var part: Part
  }

  package let entries: [Entry]

  package init(_ report: CoverageReport) {
    entries = report.groups.flatMap { group in
      Self.parts(of: group).map { Entry(group: group, part: $0) }
    }
  }

  /// What a group misses: outcomes, then conditions in the order of the file.
  static func parts(of group: CoverageGroup) -> [Part] {
    var parts = group.outcomes.filter { $0.state == .missing }.map(Part.outcome)
    for decision in group.decisions {
      for condition in decision.conditions {
        for side in condition.sides where side.state == .missing {
          parts.append(.side(decision, condition, side))
        }
      }
    }
    return parts
  }
}
