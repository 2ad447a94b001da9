/// How much one document may ask for before it is refused with a diagnostic.
///
/// The defaults are far above what a case file or a rule needs and far below what hurts.
package struct ReadingLimits: Hashable, Sendable {
  /// Bytes of the input: 64 MiB.
  package var bytes = 64 << 20
  /// Scalars, sequences and mappings, keys not counted, each alias counted as all that it stands for.
  package var nodes = 2_000_000
  /// Collections in collections, from 1 for one that holds only scalars; an alias adds its own.
  package var depth = 256
  /// Aliases in one document.
  package var aliases = 10_000
  /// Bytes of text that aliases repeat, all together: 16 MiB.
  package var aliasedBytes = 16 << 20
  /// Diagnostics, after which reading stops.
  package var diagnostics = 100

  package init() {}

  package static let standard = ReadingLimits()
}
