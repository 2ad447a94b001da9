import ArgumentParser
import Reports
import RuleCompiler
import SourceText

struct RulesDocsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "docs",
    abstract: "Writes a page a rule, with indexes and a search. 规则网页",
    discussion: """
      Each page says what the rule asks and on what law, when it applies, how a term is counted, \
      what each check says, the facts and values that it reads, its examples, and the sample cases \
      that show it. There is an index by family and one by law. Both languages are on every page; \
      which of them a site shows first is --lang, and zh where it is not given, whatever the \
      locale.

      html is a site that opens from a folder on disk: a style sheet, a script for the search, and \
      pages that read without it. markdown is for a forge. Pages bear a mark; in --out, those of \
      rules that are gone are removed, and nothing else is.

      EXIT CODES
        0  the pages were written; with --check, they are what would be written
        1  with --check, a page is stale, missing or left over
        2  a rule is wrong, or an expected.yaml, and nothing was written

      EXAMPLES
        pingcha rules docs --out site
        pingcha rules docs --out site --cases Cases --lang zh
        pingcha rules docs --out docs --format markdown
        pingcha rules docs --out site --cases Cases --check
      """)

  /// What the pages are written in.
  enum PageFormat: String, ExpressibleByArgument, CaseIterable {
    case html, markdown
  }

  @Option(help: ArgumentHelp("The folder of the pages. 网页文件夹", valueName: "folder"))
  var out: String

  @Option(help: "html or markdown. 网页格式")
  var format: PageFormat = .html

  @Flag(help: "Write nothing; end with 1 where the folder is stale. 只核对")
  var check = false

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Folders with case folders that show rules. 样例案卷", valueName: "path"))
  var cases: [String] = []

  @OptionGroup var rules: RulesOptions

  @OptionGroup var words: WordsOptions

  mutating func run() async throws {
    let folder = try WrittenFolder(out)
    let loaded = try rules.load()
    let samples = try SampleCases(cases)
    let printer = ExcerptPrinter(language: words.language)
    for (file, diagnostics) in samples.problems {
      for diagnostic in diagnostics { Streams.tell(printer.text(of: diagnostic, in: file)) }
    }
    if loaded.hasErrors { tellErrors(of: loaded, words) }
    if loaded.hasErrors || !samples.problems.isEmpty { throw ExitStatus.notDone }
    let handbook = RuleHandbook(loaded, cases: samples.byRule)
    let pages =
      switch format {
      case .html: HTMLRuleSite(handbook, language: words.lang?.language ?? .zh).pages()
      case .markdown: MarkdownRulePages(handbook).pages()
      }
    let left = leftOver(in: folder, beside: pages)
    if check {
      try judge(pages, left, folder)
    } else {
      try write(pages, left, folder)
    }
  }

  private func write(
    _ pages: [WrittenPage], _ left: [String], _ folder: WrittenFolder
  ) throws {
    var changed = 0
    for page in pages where !folder.holds(page.name, page.text) {
      try folder.write(page.name, page.text)
      changed += 1
    }
    for name in left { try folder.remove(name) }
    _ = Streams.print(
      CommandWords.written(changed, of: pages.count, removed: left.count)[words.language])
  }

  private func judge(
    _ pages: [WrittenPage], _ left: [String], _ folder: WrittenFolder
  ) throws {
    var lines: [String] = []
    for page in pages where !folder.holds(page.name, page.text) {
      let word =
        folder.exists(page.name) ? CommandWords.stalePage : CommandWords.missingPage
      lines.append("\(folder.file(page.name)): \(word[words.language])")
    }
    lines += left.map { "\(folder.file($0)): \(CommandWords.leftPage[words.language])" }
    for line in lines { _ = Streams.print(line) }
    if !lines.isEmpty { throw ExitStatus.found }
  }

  /// The pages in the folder that a former run wrote and this one would not.
  private func leftOver(in folder: WrittenFolder, beside pages: [WrittenPage]) -> [String] {
    let names = Set(pages.map(\.name))
    let ending = format == .html ? ".html" : ".md"
    return folder.names().filter { name in
      name.hasPrefix("rules/") && name.hasSuffix(ending) && !names.contains(name)
        && folder.bytes(name).map(GeneratedMark.isBorne) ?? false
    }
  }
}
