/// A decimal number without rounding: `coefficient` times ten to the power of minus `scale`.
///
/// Invariant: kept in lowest terms (no trailing zero of the coefficient while `scale` > 0), so that
/// equal numbers have equal parts.
package struct ExactDecimal: Hashable, Sendable {
  package let coefficient: Int64
  package let scale: UInt8
}
