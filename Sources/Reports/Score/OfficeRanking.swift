internal import Findings

/// Adds up scores by office, for the ranking at the end.
struct OfficeRanking {
  struct Office {
    /// `nil` for the cases that name none.
    var name: String?
    var totals: [PointRange] = []
    var vetoed = 0

    var average: PointRange {
      PointRange(.average(totals.map(\.least)), .average(totals.map(\.most)))
    }

    /// The lowest that a case of it may have.
    var lowest: PointRange {
      totals.min { ($0.most, $0.least) < ($1.most, $1.least) } ?? .none
    }
  }

  /// The rank of an office and what it rests on. Where averages are ranges that overlap, the rank is
  /// one too: nobody is put before another by what is not known.
  struct Ranked {
    var best: Int
    var worst: Int
    var office: Office
  }

  private let vetoed: Points?
  private var offices: [Office] = []

  init(_ sheet: ScoreSheet) { vetoed = sheet.vetoInAverage }

  var isEmpty: Bool { offices.isEmpty }

  /// Takes a case in; one without a total is left out.
  mutating func add(_ score: CaseScore) {
    guard let total = counted(score) else { return }
    let place = offices.firstIndex { $0.name == score.office }
    if place == nil { offices.append(Office(name: score.office)) }
    let number = place ?? offices.count - 1
    offices[number].totals.append(total)
    if score.hasBrokenVeto { offices[number].vetoed += 1 }
  }

  private func counted(_ score: CaseScore) -> PointRange? {
    guard let total = score.total, let vetoed else { return score.total }
    if score.hasBrokenVeto { return PointRange(vetoed) }
    let isOpen = score.vetoes.contains { $0.standing == .open }
    return isOpen ? PointRange(min(vetoed, total.least), total.most) : total
  }

  /// The best first. Offices that nothing tells apart share a rank and stand in byte order of their
  /// names.
  var ranked: [Ranked] {
    let all = offices.map { office in
      let average = office.average
      let better = offices.count { $0.average.least > average.most }
      let maybe = offices.count { $0.name != office.name && $0.average.most > average.least }
      return Ranked(best: better + 1, worst: maybe + 1, office: office)
    }
    return all.sorted { a, b in
      if (a.best, a.worst) != (b.best, b.worst) { return (a.best, a.worst) < (b.best, b.worst) }
      return (a.office.name ?? "").utf8.lexicographicallyPrecedes((b.office.name ?? "").utf8)
    }
  }
}
