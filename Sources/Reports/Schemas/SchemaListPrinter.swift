package import SourceText

/// A JSON Schema that the program can write.
package struct SchemaDescription: Hashable, Sendable {
  /// How the written file stands to what would be written.
  package enum State: String, Hashable, Sendable { case current, stale, missing }

  /// `rule`, `record`, …
  package var name: String
  /// The record kind; `nil` for a schema that is not about records.
  package var kind: String?
  package var title: BilingualText
  /// The path of the file.
  package var file: String
  package var state: State

  package init(
    name: String, kind: String?, title: BilingualText, file: String, state: State
  ) {
    self.name = name
    self.kind = kind
    self.title = title
    self.file = file
    self.state = state
  }
}

/// Prints which schemas there are, and whether their files are what would be written.
package struct SchemaListPrinter {
  package static let format = "pingcha.schemas"
  package static let version = 1

  private let sink: (String) -> Void

  package init(sink: @escaping (String) -> Void) { self.sink = sink }

  package func printText(_ schemas: [SchemaDescription], language: Language, colour: Bool) {
    var page = TextPage(language: language, colour: colour)
    var table = TextTable([.left, .left, .left, .left])
    for schema in schemas {
      table.add([
        .init([schema.name, schema.kind].compactMap(\.self).joined(separator: " "), .bold),
        .init(page.word(Self.word(schema.state)), schema.state == .current ? .green : .red),
        .init(schema.file),
        .init(schema.title[language]),
      ])
    }
    page.table(table, indent: 0)
    sink(page.take())
  }

  package func printJSON(_ schemas: [SchemaDescription]) {
    var writer = JSONWriter()
    writer.object {
      $0.header(format: Self.format, version: Self.version)
      $0.member("schemas", schemas) { writer, schema in
        writer.member("name", schema.name)
        writer.member("kind", schema.kind)
        writer.member("title", schema.title)
        writer.member("file", schema.file)
        writer.member("state", schema.state.rawValue)
      }
    }
    writer.endDocument()
    sink(writer.take())
  }

  private static func word(_ state: SchemaDescription.State) -> BilingualText {
    switch state {
    case .current: BilingualText(zh: "最新", en: "current")
    case .stale: BilingualText(zh: "过时", en: "stale")
    case .missing: BilingualText(zh: "没有", en: "missing")
    }
  }
}
