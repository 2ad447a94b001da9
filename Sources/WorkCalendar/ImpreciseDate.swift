/// A day known no better than the papers know it: a year, a month, a stretch of days, “on or before”.
///
/// It stands for one day, somewhere from `earliest` to `latest`. The forms are those of ISO 8601-2
/// (EDTF, level 0, and the open ends of level 1): `2018`, `2017-10`, `2017-10-03`,
/// `2017-10/2017-12`, `../2020-05-01` (on or before), `2020-05-01/..` (on or after).
package struct ImpreciseDate: Hashable, Sendable {
  /// One date as precise as it was written.
  package enum Part: Hashable, Sendable {
    case year(Int)
    case month(year: Int, month: Int)
    case day(CivilDate)
  }

  /// What was written.
  package enum Form: Hashable, Sendable {
    case part(Part)
    case interval(from: Part, through: Part)
    case onOrBefore(Part)
    case onOrAfter(Part)
  }

  /// Why a text is none.
  package enum Problem: Error, Hashable, Sendable {
    /// Not of a form that ISO 8601-2 has, or that is read here.
    case form
    /// A month outside 1…12, or the year 0.
    case noSuchMonthOrYear
    /// A day that its month does not have.
    case noSuchDay
    /// An interval that ends before it begins.
    case reversed
    /// Open on both sides, which says nothing.
    case openOnBothSides
  }

  package let form: Form

  /// Makes a date from its parts.
  ///
  /// - Throws: `.reversed`; `.noSuchMonthOrYear` for parts that no text could write.
  package init(_ form: Form) throws(Problem) {
    switch form {
    case .part(let part), .onOrBefore(let part), .onOrAfter(let part): try part.check()
    case .interval(let from, let through):
      try from.check()
      try through.check()
      guard from.first <= through.last else { throw .reversed }
    }
    self.form = form
  }

  package init(_ day: CivilDate) { form = .part(.day(day)) }
}

extension ImpreciseDate {
  /// The first day that it may be; `nil` where there is none.
  package var earliest: CivilDate? {
    switch form {
    case .part(let part), .onOrAfter(let part): part.first
    case .interval(let from, _): from.first
    case .onOrBefore: nil
    }
  }

  /// The last day that it may be; `nil` where there is none.
  package var latest: CivilDate? {
    switch form {
    case .part(let part), .onOrBefore(let part): part.last
    case .interval(_, let through): through.last
    case .onOrAfter: nil
    }
  }

  /// The day, where there is only one that it may be.
  package var exactDay: CivilDate? {
    earliest == latest ? earliest : nil
  }
}

extension ImpreciseDate.Part {
  /// The first day of it.
  package var first: CivilDate { bounds.first }
  /// The last day of it.
  package var last: CivilDate { bounds.last }

  private var bounds: (first: CivilDate, last: CivilDate) {
    let (from, through): (CivilDate?, CivilDate?) =
      switch self {
      case .day(let day): (day, day)
      case .year(let year):
        (CivilDate(year: year, month: 1, day: 1), CivilDate(year: year, month: 12, day: 31))
      case .month(let year, let month):
        (
          CivilDate(year: year, month: month, day: 1),
          CivilDate(year: year, month: month, day: CivilDate.days(inMonth: month, of: year))
        )
      }
    guard let from, let through else {
      preconditionFailure("a part of an imprecise date is checked when the date is made")
    }
    return (from, through)
  }

  fileprivate func check() throws(ImpreciseDate.Problem) {
    let isReal =
      switch self {
      case .year(let year): (1...9999).contains(year)
      case .month(let year, let month): (1...9999).contains(year) && (1...12).contains(month)
      case .day(let day): CivilDate.first <= day && day <= CivilDate.last
      }
    guard isReal else { throw .noSuchMonthOrYear }
  }
}
