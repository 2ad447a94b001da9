import ArgumentParser
import Reports
import SourceText

/// One `--format`: what to write and where.
struct FormatChoice: Hashable, ExpressibleByArgument {
  var name: String
  /// The path of a file; `nil` for standard output.
  var file: String?

  init(argument: String) {
    guard let equals = argument.firstIndex(of: "=") else {
      name = argument
      return
    }
    name = String(argument[..<equals])
    file = String(argument[equals...].dropFirst())
  }

  /// The format of a review that the name stands for.
  func format() throws -> ReviewFormat {
    if let format = ReviewFormat(rawValue: name) { return format }
    let known = ReviewFormat.allCases.map(\.rawValue)
    throw UsageProblem.unknownFormat(
      name, known: known, near: Suggestion.nearest(to: name, among: known))
  }

  /// Checks what was asked for: at most one goes to standard output, and no file is written twice.
  ///
  /// - Parameter others: Files that are written besides.
  static func check(_ choices: [FormatChoice], others: [String] = []) throws {
    for choice in choices { _ = try choice.format() }
    try checkPlaces(of: choices, others: others)
  }

  /// The same of formats of any verb.
  ///
  /// - Parameter check: What is to be checked of each format besides, before its file.
  static func checkPlaces(
    of choices: [FormatChoice], others: [String] = [],
    _ check: (FormatChoice) throws -> Void = { _ in }
  ) throws {
    if choices.count(where: { $0.file == nil }) > 1 { throw UsageProblem.twoFormatsOnOutput() }
    var files = Set(others)
    for choice in choices {
      try check(choice)
      guard let file = choice.file else { continue }
      if file.isEmpty { throw UsageProblem.noFileName(choice.name) }
      if !files.insert(file).inserted { throw UsageProblem.fileTwice(file) }
    }
  }
}

/// What a verb with a listing can write.
enum ListingFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}
