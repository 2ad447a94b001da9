import FoundationEssentials
import OfficeFiles
import Reports
import RuleCompiler
import SourceText

/// `docx`: the letters to the offices, a file each, in a folder.
struct LettersReport: ReportFormat {
  let name = "docx"
  let goesToStandardOutput = false

  func write(_ report: Report, to destination: String?) throws {
    guard let destination else { throw UsageProblem.formatNeedsFile(name) }
    guard let settings = report.rules.source.letters else {
      throw UsageProblem.noLetterSettings("\(report.rules.folder)/\(SourceReader.lettersPath)")
    }
    var templates: [LetterKind: LetterTemplate] = [:]
    for kind in LetterKind.allCases {
      templates[kind] = try template(kind, of: report)
    }
    let folder = try WrittenFolder(destination)
    var names = LetterFileNames()
    for letter in OfficeLetters(report.audit, settings: settings, language: report.language).letters
    {
      guard let template = templates[letter.kind] else { continue }
      let bytes: [UInt8]
      do {
        bytes = try template.docx(of: letter)
      } catch {
        throw UsageProblem(error.located)
      }
      try folder.write(names.name(of: letter, in: report.language), bytes: bytes)
    }
  }

  private func template(_ kind: LetterKind, of report: Report) throws -> LetterTemplate {
    let path = "\(report.rules.folder)/\(kind.template(report.language))"
    guard let data = FileManager.default.contents(atPath: path) else {
      throw UsageProblem.noTemplate(path)
    }
    do {
      return try LetterTemplate([UInt8](data), path: path)
    } catch {
      throw UsageProblem(error.located)
    }
  }
}

/// Names the files of letters by what they are and to whom they go, each once.
struct LetterFileNames {
  private var used: Set<String> = []

  /// Bytes of the office in a name: file systems allow 255 for the whole.
  private static let longest = 180

  mutating func name(of letter: Letter, in language: Language) -> String {
    let title = letter.kind.title[language]
    let stem = "\(title)-\(Self.safe(letter.office))"
    var name = "\(stem).docx"
    var number = 2
    while !used.insert(name).inserted {
      name = "\(stem)-\(number).docx"
      number += 1
    }
    return name
  }

  /// Without what file systems, among them those of Windows, do not take in a name.
  private static func safe(_ text: String) -> String {
    var name = ""
    for character in text {
      let isUnsafe = character.unicodeScalars.contains {
        $0.value < 0x20 || #"/\:*?"<>|"#.unicodeScalars.contains($0)
      }
      let next = isUnsafe ? "_" : String(character)
      if name.utf8.count + next.utf8.count > longest { break }
      name += next
    }
    return name
  }
}
