/// The facts of a record that reports and the engine itself ask for, whatever its kind calls them.
///
/// A schema names them under `roles`. One that names none has them where kinds usually do, as far as
/// it has such fields.
package struct RecordRoles: Sendable {
  package enum Role: String, Hashable, Sendable, CaseIterable {
    /// What the case is called by.
    case number
    case title
    /// Who decided, by which cases are compared.
    case office
    /// Who handled the case, one for each element of a list.
    case officers
    /// The field of enforcement.
    case sector
    /// The day of the decision.
    case decidedOn = "decided_on"
  }

  /// A field of a section, or of each element of a list section, by their numbers.
  package struct Slot: Hashable, Sendable {
    package var section: Int
    package var field: Int

    package init(section: Int, field: Int) {
      self.section = section
      self.field = field
    }
  }

  private let slots: [Role: Slot]

  init(_ slots: [Role: Slot]) { self.slots = slots }

  /// Where the fact stands; `nil` where the kind has no such fact.
  package subscript(role: Role) -> Slot? { slots[role] }
}

extension RecordRoles.Role {
  /// Where kinds have it that do not say so.
  var usualPath: String {
    switch self {
    case .number: "case.number"
    case .title: "case.title"
    case .office: "agency.name"
    case .officers: "officers[].name"
    case .sector: "case.sector"
    case .decidedOn: "decision.made_on"
    }
  }

  var isOfList: Bool { self == .officers }

  /// True where a fact of the type can have the role.
  func takes(_ type: FieldType) -> Bool {
    switch (self, type) {
    case (.decidedOn, .date), (.decidedOn, .datetime): true
    case (.decidedOn, _): false
    case (_, .text), (.sector, .enumeration): true
    default: false
    }
  }

  /// What such a fact is, as an author is told.
  var wanted: String {
    switch self {
    case .number, .title, .office, .officers: "text"
    case .sector: "enum, text"
    case .decidedOn: "date, datetime"
    }
  }
}
