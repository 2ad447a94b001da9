package import WorkCalendar

/// What an expression evaluates to.
///
/// Besides the values of the language there are the four states of semantics §2: a fact that is not
/// on file reads as null (`absentFact`); `absent` is the error that a strict use of one makes;
/// `unknown` is what nobody recorded; `fault` is any other evaluation error.
package enum Value: Sendable {
  case null
  case bool(Bool)
  case int(Int64)
  case uint(UInt64)
  case double(Double)
  case string(String)
  case bytes([UInt8])
  case list(ListValue)
  case map(MapValue)
  case timestamp(Timestamp)
  case duration(Duration)
  case type(ValueTypeBox)
  // Ours.
  case date(CivilDate)
  case money(ExactDecimal)
  case decimal(ExactDecimal)
  case period(Period)
  case interval(IntervalValue)
  case structure(StructValue)
  /// A value known to lie between two others: an imprecise date, the size of an open list.
  case range(RangeValue)
  case optional(OptionalValue)
  case network(NetworkValue)
  // States.
  /// A fact that was looked for and is not on file; reads as null and knows its path.
  case absentFact(FactReference)
  /// A strict use of facts that are not on file.
  case absent(Trail)
  /// Facts that nobody recorded, or that are known too imprecisely, decided this.
  case unknown(Trail)
  case fault(Fault)
}

/// One field of one record, section or element: what a path names, without spelling it.
package struct FactReference: Sendable, Hashable {
  package var owner: StructValue
  package var field: Int

  package init(owner: StructValue, field: Int) {
    self.owner = owner
    self.field = field
  }

  /// `officers[1].licence_no`
  package var path: String { owner.path(ofField: field) }

  package static func == (a: Self, b: Self) -> Bool { a.owner === b.owner && a.field == b.field }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(ObjectIdentifier(owner))
    hasher.combine(field)
  }
}

/// The facts that a state came from, by path, in the order they were met, each once.
package final class Trail: Sendable {
  package let paths: [String]

  package init(_ paths: [String]) { self.paths = paths }

  package func union(_ other: Trail) -> Trail {
    let added = other.paths.filter { !paths.contains($0) }
    return added.isEmpty ? self : Trail(paths + added)
  }
}

/// An evaluation error: overflow, division by zero, no such key, no such overload.
package final class Fault: Sendable {
  /// `divide-by-zero`, `overflow`, `no-such-key`, `no-such-overload`, `invalid-argument`, …
  package let code: String
  package let detail: String

  package init(code: String, detail: String) {
    self.code = code
    self.detail = detail
  }
}

/// A list; `isOpen` where there may be more elements than are known (semantics §1).
package final class ListValue: Sendable {
  package let elements: ContiguousArray<Value>
  package let isOpen: Bool
  /// The path of the fact that the list came from; empty for a computed list.
  package let path: String
  /// False for a fact list that is not on file. `has` and `size` do not look at it.
  package let isRecorded: Bool
  let depth: Int
  let weight: Int

  package init(
    _ elements: ContiguousArray<Value>, isOpen: Bool = false, path: String = "",
    isRecorded: Bool = true
  ) {
    self.elements = elements
    self.isOpen = isOpen
    self.path = path
    self.isRecorded = isRecorded
    let extent = ContainerExtent(elements)
    (depth, weight) = (extent.depth, extent.weight)
  }
}

/// A record, a section, an element of a list, or any other value with named slots.
///
/// A section that is not on file is still a value, with `presence` saying so and every slot absent
/// or unrecorded, so that reading a field never has to ask twice.
package final class StructValue: Sendable {
  package enum Presence: Sendable { case present, absent, unrecorded }

  package let type: StructType
  /// One value for each field of `type`. A fact that is not on file is `.null`; one that nobody
  /// recorded is `.unknown` with its path. Reading through `value(ofField:)` adds the path.
  package let slots: ContiguousArray<Value>
  package let presence: Presence
  /// `decision`, `officers[1]`, `publicity.result`
  package let path: String

  package init(
    type: StructType, slots: ContiguousArray<Value>, presence: Presence = .present, path: String
  ) {
    precondition(slots.count == type.fields.count, "a struct value has a slot for each field")
    self.type = type
    self.slots = slots
    self.presence = presence
    self.path = path
  }

  package func path(ofField field: Int) -> String {
    path.isEmpty ? type.fields[field].name : "\(path).\(type.fields[field].name)"
  }

  /// Reads a slot: an absent fact comes back with its path.
  package func value(ofField field: Int) -> Value {
    if case .null = slots[field] { return .absentFact(FactReference(owner: self, field: field)) }
    return slots[field]
  }
}

/// A value between two others of one kind (dates, timestamps, ints); `nil` is unbounded.
package final class RangeValue: Sendable {
  package let low: Value?
  package let high: Value?
  /// The imprecise facts, or the open list.
  package let trail: Trail

  package init(low: Value?, high: Value?, trail: Trail) {
    self.low = low
    self.high = high
    self.trail = trail
  }
}

/// A time between two ends (semantics §8, `between`). Dates or timestamps. No start: empty.
/// No end: still running.
package final class IntervalValue: Sendable {
  package let start: Value
  package let end: Value

  package init(start: Value, end: Value) {
    self.start = start
    self.end = end
  }
}

package final class OptionalValue: Sendable {
  package let wrapped: Value?
  let depth: Int
  let weight: Int

  package init(_ wrapped: Value?) {
    self.wrapped = wrapped
    depth = (wrapped?.depth ?? 0) + 1
    weight = wrapped?.weight ?? 0
  }
}

package final class ValueTypeBox: Sendable {
  package let type: ValueType
  package init(_ type: ValueType) { self.type = type }
}

/// A map in insertion order; keys are bool, int, uint or string, and numbers are equal across
/// types as CEL has it.
package final class MapValue: Sendable {
  package let keys: ContiguousArray<Value>
  package let values: ContiguousArray<Value>
  let index: [MapKey: Int]
  let depth: Int
  let weight: Int

  /// Makes a map; `nil` where a key is repeated or of a type that cannot be a key.
  package init?(keys: ContiguousArray<Value>, values: ContiguousArray<Value>) {
    precondition(keys.count == values.count, "a map has a value for each key")
    var index: [MapKey: Int] = [:]
    index.reserveCapacity(keys.count)
    for (position, key) in keys.enumerated() {
      guard let key = MapKey(key, acceptsDouble: false),
        index.updateValue(position, forKey: key) == nil
      else { return nil }
    }
    self.keys = keys
    self.values = values
    self.index = index
    var extent = ContainerExtent(values)
    extent.add(keys)
    (depth, weight) = (extent.depth, extent.weight)
  }

  /// Returns the value under a key, a double that is a whole number finding an int.
  package func value(for key: Value) -> Value? {
    MapKey(key, acceptsDouble: true).flatMap { index[$0] }.map { values[$0] }
  }
}

/// A map key with numbers brought to one form, so that `1`, `1u` and `1.0` are one key.
enum MapKey: Hashable, Sendable {
  case bool(Bool)
  case int(Int64)
  case uint(UInt64)
  case string(String)

  init?(_ value: Value, acceptsDouble: Bool) {
    switch value {
    case .bool(let flag): self = .bool(flag)
    case .int(let number): self = .int(number)
    case .uint(let number): self = Int64(exactly: number).map(MapKey.int) ?? .uint(number)
    case .string(let text): self = .string(text)
    case .double(let number) where acceptsDouble:
      if let whole = Int64(exactly: number) {
        self = .int(whole)
      } else if let whole = UInt64(exactly: number) {
        self = .uint(whole)
      } else {
        return nil
      }
    default: return nil
    }
  }
}
