import CEL
import RuleCompiler
import WorkCalendar

/// What stops and extensions a term has, as far as the record tells.
struct Lengthening {
  var stops: [DeadlineClock.Stop] = []
  var extensions: [DeadlineClock.Extension] = []
  /// True where there may be more of them, or longer ones.
  var isUncertain = false
  /// The facts that would tell.
  var missing: [String] = []
  var fault: Fault?

  mutating func beUncertain(_ trail: Trail) {
    isUncertain = true
    missing += trail.paths
  }
}

extension DeadlineEvaluation {
  func collectStops(_ frame: inout Frame, _ into: inout Lengthening) {
    for stop in deadline.stops {
      if let when = stop.when {
        switch Condition(when.evaluate(&frame)) {
        case .yes: break
        case .no: continue
        case .open(let trail):
          into.beUncertain(trail)
          continue
        case .fault(let fault):
          into.fault = fault
          return
        }
      }
      collect(stop, stop.bindings[...], &frame, &into)
    }
  }

  private func collect(
    _ stop: CompiledStop, _ bindings: ArraySlice<CompiledBinding>, _ frame: inout Frame,
    _ into: inout Lengthening
  ) {
    guard let binding = bindings.first else {
      add(stop, &frame, &into)
      return
    }
    switch binding.list.evaluate(&frame) {
    case .list(let list):
      for (index, element) in list.elements.enumerated() {
        frame.slots[binding.elementSlot] = element
        if let slot = binding.indexSlot { frame.slots[slot] = .int(Int64(index)) }
        collect(stop, bindings.dropFirst(), &frame, &into)
      }
      if list.isOpen { into.beUncertain(Trail([list.path])) }
    case .unknown(let trail): into.beUncertain(trail)
    case .fault(let fault): into.fault = fault
    default: break
    }
  }

  private func add(_ stop: CompiledStop, _ frame: inout Frame, _ into: inout Lengthening) {
    if let whereCondition = stop.whereCondition {
      switch Condition(whereCondition.evaluate(&frame)) {
      case .yes: break
      case .no: return
      case .open(let trail):
        into.beUncertain(trail)
        return
      case .fault(let fault):
        into.fault = fault
        return
      }
    }
    let first: CivilDate
    switch stop.from.evaluate(&frame) {
    case .unknown(let trail):
      into.beUncertain(trail)
      return
    case .fault(let fault):
      into.fault = fault
      return
    case let value:
      guard let bounds = DateBounds(value) else { return }
      guard let exact = bounds.exact else {
        into.beUncertain(Trail(bounds.trail))
        return
      }
      first = exact
    }
    var last: CivilDate?
    if let until = stop.until {
      switch until.evaluate(&frame) {
      case .unknown(let trail): into.missing += trail.paths
      case .fault(let fault): into.fault = fault
      case let value:
        if let bounds = DateBounds(value) {
          last = bounds.exact
          if last == nil { into.missing += bounds.trail }
        }
      }
    }
    let ends: DeadlineClock.Stop.Ends =
      switch stop.source.count {
      case .last: .last
      case .both: .both
      case .neither: .neither
      }
    into.stops.append(DeadlineClock.Stop(first: first, last: last, leavesOut: ends))
  }

  func collectExtensions(_ frame: inout Frame, _ into: inout Lengthening) {
    for more in deadline.extensions {
      var approval: DeadlineClock.Extension.Approval?
      var unknown: [String] = []
      if let approvedOn = more.approvedOn {
        switch approvedOn.evaluate(&frame) {
        case .unknown(let trail):
          approval = .unknown
          unknown += trail.paths
        case .fault(let fault): into.fault = fault
        case let value:
          if let bounds = DateBounds(value) {
            approval = bounds.exact.map { .on($0) } ?? .unknown
            unknown += bounds.exact == nil ? bounds.trail : []
          }
        }
      }
      guard var approval else { continue }
      if let whereCondition = more.whereCondition {
        switch Condition(whereCondition.evaluate(&frame)) {
        case .yes: break
        case .no: continue
        case .open(let trail):
          approval = .unknown
          unknown += trail.paths
        case .fault(let fault): into.fault = fault
        }
      }
      guard let length = length(of: more, &frame, &into) else { continue }
      into.missing += unknown
      into.extensions.append(DeadlineClock.Extension(length, approval: approval))
    }
  }

  /// The length of an extension; `nil` where it is not on file, or not known.
  private func length(
    of more: CompiledExtension, _ frame: inout Frame, _ into: inout Lengthening
  ) -> DeadlineClock.Extension.Length? {
    let value =
      switch more.length {
      case .by(let program), .until(let program): program.evaluate(&frame)
      }
    switch value {
    case .period(let period): return .by(period)
    case .unknown(let trail):
      into.beUncertain(trail)
      return nil
    case .fault(let fault):
      into.fault = fault
      return nil
    default:
      guard let bounds = DateBounds(value) else { return nil }
      if let day = bounds.exact { return .until(day) }
      into.beUncertain(Trail(bounds.trail))
      return nil
    }
  }
}

/// What a condition that only selects comes to.
enum Condition {
  case yes
  case no
  /// Absent or unknown: what hangs on it is undetermined.
  case open(Trail)
  case fault(Fault)

  init(_ value: Value) {
    switch value {
    case .bool(let flag): self = flag ? .yes : .no
    case .unknown(let trail), .absent(let trail): self = .open(trail)
    case .absentFact(let fact): self = .open(Trail([fact.path]))
    case .null: self = .open(Trail([]))
    case .range(let range): self = .open(range.trail)
    case .fault(let fault): self = .fault(fault)
    default:
      self = .fault(Fault(code: "no-such-overload", detail: "\(value.typeName) is no condition"))
    }
  }
}
