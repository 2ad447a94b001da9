internal import CEL
package import SourceText

/// What a path of a record leads to.
package struct FactLocation: Sendable {
  package enum Target: Sendable {
    /// A section that is one set of facts.
    case section(SectionSchema)
    /// A list of records: a list section, or `documents`.
    case recordList(ShapeSchema)
    /// One element of a list of records.
    case element(ShapeSchema)
    case field(FieldSchema)
    /// One value of a list of scalars.
    case scalarElement(FieldSchema)
  }

  package var target: Target
  /// The label of each step that has one, outermost first; an index belongs to the list before it.
  package var labels: [(label: BilingualText, index: Int?)]

  /// The labels joined, elements counted from 1 as people do: `执法人员（第2项）·执法证号`.
  package var label: BilingualText {
    BilingualText(
      zh: labels.map { step in step.index.map { "\(step.label.zh)（第\($0 + 1)项）" } ?? step.label.zh }
        .joined(separator: "·"),
      en: labels.map { step in step.index.map { "\(step.label.en) \($0 + 1)" } ?? step.label.en }
        .joined(separator: ": "))
  }

  /// True where the value is personal data, or may hold some.
  package var isPersonal: Bool {
    switch target {
    case .field(let field), .scalarElement(let field): field.isPersonal
    case .section(let section): section.shape.fields.contains { $0.isPersonal }
    case .recordList(let shape), .element(let shape): shape.fields.contains { $0.isPersonal }
    }
  }
}

/// Why a path leads nowhere.
enum PathProblem: Error {
  /// No such section or field; `among` are the names that there are.
  case unknownName(String, among: [String])
  /// A name behind a list: it needs the index of an element. The path of the list.
  case needsIndex(String)
  /// An index or a name behind what has neither. The path up to there.
  case leadsNoFurther(String)
}

/// A path with what it leads to and what a person calls that.
package struct KnownFact: Sendable {
  package let path: FactPath
  package let location: FactLocation
  package let label: BilingualText

  init(path: FactPath, location: FactLocation) {
    self.path = path
    self.location = location
    label = location.label
  }
}

extension RecordSchema {
  /// Returns what a path leads to with its words; `nil` for one that the schema does not know.
  package func fact(at path: String) -> KnownFact? {
    if let known = plainPaths[path] { return known }
    guard let steps = FactPath(path), let location = location(of: steps) else { return nil }
    return KnownFact(path: steps, location: location)
  }

  /// Returns what a path leads to; `nil` for one that the schema does not know. Whether a record
  /// has the elements that it names is not looked at.
  package func location(of path: FactPath) -> FactLocation? { try? locate(path) }

  /// As above, for a path as text.
  package func location(of path: String) -> FactLocation? {
    if let known = plainPaths[path] { return known.location }
    return FactPath(path).flatMap { location(of: $0) }
  }

  /// What a person calls the fact or the section that a path leads to; `nil` where it leads nowhere.
  package func label(of path: String) -> BilingualText? {
    fact(at: path)?.label
  }

  static func plainPaths(of sections: [SectionSchema]) -> [String: KnownFact] {
    var known: [String: KnownFact] = [:]
    func add(_ path: String, _ location: FactLocation) {
      known[path] = FactPath(path).map { KnownFact(path: $0, location: location) }
    }
    func add(_ path: String, _ location: FactLocation, _ shape: ShapeSchema, within: Set<String>) {
      add(path, location)
      // A shape that holds itself has no last field.
      guard !within.contains(shape.name) else { return }
      for field in shape.fields {
        let location = FactLocation(
          target: .field(field), labels: location.labels + [(field.label, nil)])
        let inner = "\(path).\(field.name)"
        if case .record(let shape) = field.type {
          add(inner, location, shape, within: within.union([shape.name]))
        } else {
          add(inner, location)
        }
      }
    }
    for section in sections {
      let location = FactLocation(
        target: section.isList ? .recordList(section.shape) : .section(section),
        labels: [(section.label, nil)])
      if section.isList {
        add(section.name, location)
      } else {
        add(section.name, location, section.shape, within: [])
      }
    }
    return known
  }

  func locate(_ path: FactPath) throws(PathProblem) -> FactLocation {
    var steps = path.steps[...]
    guard case .name(let first)? = steps.popFirst() else {
      throw .leadsNoFurther("")
    }
    var walked = first
    var location: FactLocation
    if first == Self.documentsName {
      location = FactLocation(target: .recordList(document), labels: [(document.label, nil)])
    } else if let section = section(first) {
      location = FactLocation(
        target: section.isList ? .recordList(section.shape) : .section(section),
        labels: [(section.label, nil)])
    } else {
      throw .unknownName(first, among: sections.map(\.name) + [Self.documentsName])
    }
    while let step = steps.popFirst() {
      switch (location.target, step) {
      case (.section(let section), .name(let name)):
        try location.enter(section.shape, name)
      case (.element(let shape), .name(let name)):
        try location.enter(shape, name)
      case (.recordList(let shape), .index(let index)):
        location.target = .element(shape)
        location.labels[location.labels.count - 1].index = index
      case (.recordList, .name): throw .needsIndex(walked)
      case (.field(let field), let step):
        switch (field.type, step) {
        case (.record(let shape), .name(let name)): try location.enter(shape, name)
        case (.list(.record(let shape)), .index(let index)):
          location.target = .element(shape)
          location.labels[location.labels.count - 1].index = index
        case (.list(.record), .name): throw .needsIndex(walked)
        case (.list, .index(let index)):
          location.target = .scalarElement(field)
          location.labels[location.labels.count - 1].index = index
        default: throw .leadsNoFurther(walked)
        }
      case (.section, .index), (.element, .index), (.scalarElement, _):
        throw .leadsNoFurther(walked)
      }
      switch step {
      case .name(let name): walked += ".\(name)"
      case .index(let index): walked += "[\(index)]"
      }
    }
    return location
  }
}

extension FactLocation {
  fileprivate mutating func enter(_ shape: ShapeSchema, _ name: String) throws(PathProblem) {
    guard let number = shape.number(ofField: name) else {
      throw .unknownName(name, among: shape.fields.map(\.name))
    }
    target = .field(shape.fields[number])
    labels.append((shape.fields[number].label, nil))
  }
}
