import CEL
import CaseRecords
import Findings
import RuleCompiler
import WorkCalendar

/// What one check says of a record, or of one element of a list.
struct CheckResult {
  /// One element that the check was bound to.
  struct Element {
    let list: ListValue
    /// `nil` for what an open list may hold besides the elements that are known.
    let index: Int?

    /// `officers[1]`; `officers[]` for what an open list may hold besides. Empty for an element of a
    /// computed list that is no record.
    var path: String {
      guard let index else { return "\(list.path)[]" }
      if case .structure(let structure) = list.elements[index] { return structure.path }
      return list.path.isEmpty ? "" : "\(list.path)[\(index)]"
    }

    /// What tells the element apart when lines move: its key, or its index.
    func key(in record: CaseRecord) -> String {
      guard let index else { return "" }
      guard case .structure(let structure) = list.elements[index] else { return "\(index)" }
      return record.key(of: structure) ?? "\(index)"
    }
  }

  let check: CompiledCheck
  let elements: [Element]
  var outcome: Outcome
  /// Facts, lists, parameters or years that decided it by not being there.
  var missing: [String]
  /// True for the elements that an open list may hold besides those that are known.
  var isRestOfList = false
  /// True where the result rests on a parameter that is not verified: its violation is a signal.
  var isUnverified = false
  /// What few results have: most are satisfied or not applicable, and small.
  private var details: Details?

  private final class Details {
    var deadline: DeadlineResult?
    var fault: Fault?
    var exception: CompiledException?
    var finding: Finding?
    var frame: Frame?

    init() {}

    init(_ other: Details) {
      deadline = other.deadline
      fault = other.fault
      exception = other.exception
      finding = other.finding
      frame = other.frame
    }
  }

  var deadline: DeadlineResult? {
    get { details?.deadline }
    set { withDetails { $0.deadline = newValue } }
  }

  var fault: Fault? {
    get { details?.fault }
    set { withDetails { $0.fault = newValue } }
  }

  /// The exception that took the check out.
  var exception: CompiledException? {
    get { details?.exception }
    set { withDetails { $0.exception = newValue } }
  }

  var finding: Finding? {
    get { details?.finding }
    set { withDetails { $0.finding = newValue } }
  }

  /// What it was judged in, kept only for `explain`.
  var frame: Frame? {
    get { details?.frame }
    set { withDetails { $0.frame = newValue } }
  }

  private mutating func withDetails(_ change: (Details) -> Void) {
    if details == nil {
      details = Details()
    } else if !isKnownUniquelyReferenced(&details), let shared = details {
      details = Details(shared)
    }
    if let details { change(details) }
  }

  init(
    check: CompiledCheck, elements: [Element] = [], outcome: Outcome, missing: [String] = []
  ) {
    self.check = check
    self.elements = elements
    self.outcome = outcome
    self.missing = missing
  }

  var kind: RuleKind { isUnverified && outcome == .violated ? .signal : check.kind }
}

/// What a deadline comes to.
struct DeadlineResult {
  var outcome: Outcome
  var missing: [String] = []
  /// The last day in time, the earliest that it may be.
  var due: CivilDate?
  /// The latest that it may be; `nil` where nobody knows.
  var dueLatest: CivilDate?
  /// The moment of a term of hours.
  var dueAt: Timestamp?
  /// Before extensions, the earliest and the latest that it may be.
  var base: CivilDate?
  var baseLatest: CivilDate?
  /// The facts that would tell the days better.
  var uncertain: [String] = []
  var act: Value = .null
  var daysLate: Int?
  /// For a term of hours whose act has a time; a begun minute counts.
  var minutesLate: Int?
  var fault: Fault?
  /// How the days were counted, for `explain`: from the earliest day that the term may start.
  var clock: DeadlineClock?
  var term: Term?

  static func fault(_ fault: Fault) -> DeadlineResult {
    DeadlineResult(outcome: .error, fault: fault)
  }

  static func undetermined(_ missing: [String]) -> DeadlineResult {
    DeadlineResult(outcome: .undetermined, missing: missing, uncertain: missing)
  }

  static func of(_ error: CalendarError) -> DeadlineResult {
    switch error {
    case .notCovered(let day): .undetermined(["calendar.\(day.year)"])
    case .outOfRange: .fault(Fault(code: "overflow", detail: "date out of range"))
    case .hoursNeedTime:
      .fault(Fault(code: "invalid-argument", detail: "hours are counted from a time"))
    case .negativePeriod:
      .fault(Fault(code: "invalid-argument", detail: "a period cannot be negative"))
    }
  }
}
