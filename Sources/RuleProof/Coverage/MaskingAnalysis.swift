internal import CEL

/// Whether a condition decides what a decision comes to, and what would let it (masking MC/DC).
struct MaskingAnalysis {
  private let decision: Decision
  private var shape: Decision.Shape { decision.shape }

  init(_ decision: Decision) { self.decision = decision }

  /// True where the decision would have come to something else, had one condition been the opposite
  /// of what it was and all others the same. False for a condition that is neither true nor false.
  func decides(_ number: Int, in states: [ConditionState]) -> Bool {
    guard let opposite = states[number].opposite else { return false }
    var flipped = states
    flipped[number] = opposite
    return shape.state(flipped) != shape.state(states)
  }

  // MARK: What would let a condition decide

  /// Some conditions and what they have to be; a bit for each condition.
  struct Assignment: Hashable {
    var care: UInt64 = 0
    var values: UInt64 = 0

    static let none = Assignment()

    init() {}

    init(_ number: Int, _ value: Bool) {
      care = 1 << UInt64(number)
      values = value ? care : 0
    }

    /// Both together; `nil` where they contradict.
    func joined(_ other: Assignment) -> Assignment? {
      guard (values ^ other.values) & care & other.care == 0 else { return nil }
      var joined = Assignment()
      joined.care = care | other.care
      joined.values = values | other.values
      return joined
    }

    func without(_ number: Int) -> Assignment {
      var rest = self
      rest.care &= ~(1 << UInt64(number))
      rest.values &= ~(1 << UInt64(number))
      return rest
    }

    /// The conditions with what they have to be, by number.
    var needs: [(number: Int, value: Bool)] {
      (0..<64).filter { care >> UInt64($0) & 1 == 1 }.map { ($0, values >> UInt64($0) & 1 == 1) }
    }
  }

  /// Decisions with more conditions are not asked what would help.
  static let mostConditions = 64
  /// More ways than that are not looked at.
  private static let mostWays = 256

  /// The ways in which the other conditions let one decide on a side, that with the least first; none
  /// where it decides nothing, whatever the others are, as far as is known of what they make of each
  /// other.
  func ways(toDecide number: Int, on side: Bool) -> [Assignment] {
    guard decision.conditions.count <= Self.mostConditions else { return [] }
    let implied = decision.implied(by: number, side)
    var seen: Set<Assignment> = []
    return sensitizing(shape, number).compactMap { candidate -> Assignment? in
      var way = candidate.without(number)
      for other in implied.keys { way = way.without(other) }
      guard seen.insert(way).inserted, isPossible(way, implied),
        lets(number, decide: way, on: side, implied)
      else { return nil }
      return way.joined(Assignment(number, side))
    }.sorted { $0.care.nonzeroBitCount < $1.care.nonzeroBitCount }
  }

  /// False where one condition makes another what it must not be.
  private func isPossible(_ way: Assignment, _ implied: [Int: ConditionState]) -> Bool {
    let needs = way.needs
    for need in needs {
      let ofNeed = decision.implied(by: need.number, need.value)
      for other in needs {
        if let state = ofNeed[other.number], state != ConditionState(other.value) { return false }
      }
      for (other, state) in implied {
        if let made = ofNeed[other], made != state { return false }
      }
    }
    return true
  }

  /// True where a condition decides whatever those are that the assignment leaves open.
  private func lets(
    _ number: Int, decide assignment: Assignment, on side: Bool, _ implied: [Int: ConditionState]
  ) -> Bool {
    var states = [ConditionState](repeating: .unknown, count: decision.conditions.count)
    for (other, state) in implied { states[other] = state }
    for need in assignment.needs { states[need.number] = ConditionState(need.value) }
    states[number] = ConditionState(side)
    let first = shape.state(states)
    states[number] = ConditionState(!side)
    let second = shape.state(states)
    return first != second && first != .unknown && second != .unknown
  }

  /// Ways to make a shape true, or false.
  private func making(_ shape: Decision.Shape, _ value: Bool) -> [Assignment] {
    switch shape {
    case .condition(let number): return [Assignment(number, value)]
    case .not(let inner): return making(inner, !value)
    case .all(let parts):
      return value
        ? product(parts.map { making($0, true) }) : limited(parts.flatMap { making($0, false) })
    case .any(let parts):
      return value
        ? limited(parts.flatMap { making($0, true) }) : product(parts.map { making($0, false) })
    case .choice(let condition, let first, let second):
      return limited(
        product([making(condition, true), making(first, value)])
          + product([making(condition, false), making(second, value)]))
    }
  }

  /// Ways in which what a shape comes to may hang on one condition; where that stands twice, they
  /// have to be tried.
  private func sensitizing(_ shape: Decision.Shape, _ number: Int) -> [Assignment] {
    guard holds(shape, number) else { return [] }
    switch shape {
    case .condition: return [.none]
    case .not(let inner): return sensitizing(inner, number)
    case .all(let parts): return sensitizing(among: parts, number, others: true)
    case .any(let parts): return sensitizing(among: parts, number, others: false)
    case .choice(let condition, let first, let second):
      let ofCondition = [true, false].flatMap { value in
        product([
          sensitizing(condition, number), making(first, value), making(second, !value),
        ])
      }
      return limited(
        ofCondition + product([making(condition, true), sensitizing(first, number)])
          + product([making(condition, false), sensitizing(second, number)]))
    }
  }

  private func sensitizing(
    among parts: [Decision.Shape], _ number: Int, others value: Bool
  ) -> [Assignment] {
    let ways = parts.indices.flatMap { index -> [Assignment] in
      guard holds(parts[index], number) else { return [] }
      return product(
        parts.indices.map { other in
          if other == index { return sensitizing(parts[other], number) }
          // A part that hangs on the condition too goes along with it, or has to be out of the way.
          return making(parts[other], value).map { $0.without(number) }
        })
    }
    return limited(ways)
  }

  private func holds(_ shape: Decision.Shape, _ number: Int) -> Bool {
    switch shape {
    case .condition(let other): other == number
    case .not(let inner): holds(inner, number)
    case .all(let parts), .any(let parts): parts.contains { holds($0, number) }
    case .choice(let condition, let first, let second):
      holds(condition, number) || holds(first, number) || holds(second, number)
    }
  }

  private func product(_ factors: [[Assignment]]) -> [Assignment] {
    var ways = [Assignment.none]
    for factor in factors {
      ways = limited(ways.flatMap { way in factor.compactMap { way.joined($0) } })
    }
    return ways
  }

  /// Each once, and not too many; those that ask the least stay.
  private func limited(_ ways: [Assignment]) -> [Assignment] {
    var seen: Set<Assignment> = []
    let unique = ways.filter { seen.insert($0).inserted }
    guard unique.count > Self.mostWays else { return unique }
    return Array(
      unique.sorted { $0.care.nonzeroBitCount < $1.care.nonzeroBitCount }.prefix(Self.mostWays))
  }
}
