import Foundation
import Testing

/// The page of `pingcha report` as a browser draws it; `scripts/check-report-pages` looks closer.
@Suite(.enabled(if: Chromium.path != nil, "Chromium is not installed"))
struct ReportPageTests {
  let folder: SampleFolder

  init() throws {
    folder = try SampleFolder()
    _ = try Program.run(
      [
        "report", "Cases", "--as-of", "2024-12-31", "--lang", "en", "--format", "html=report.html",
        "--format", "html=site/",
      ], in: folder)
  }

  @Test("the list and the cases are drawn", arguments: ["report.html", "site/index.html"])
  func drawn(file: String) throws {
    let page = try Chromium.drawn(file, in: folder)
    #expect(page.contains("1 of 1 findings match, in 1 cases."))
    #expect(page.contains("Served within seven days"))
    #expect(!page.contains("<noscript>"))
  }

  @Test func `a page of a case needs no drawing`() throws {
    let page = try Chromium.drawn("site/cases/00002.html", in: folder)
    #expect(page.contains("id=\"c2-1\""))
  }
}

/// The browser of the system, without a window.
enum Chromium {
  static let path: String? = ["chromium", "chromium-browser", "google-chrome"].lazy
    .map { "/usr/bin/\($0)" }.first { FileManager.default.isExecutableFile(atPath: $0) }

  /// The page as it stands once its script has run.
  static func drawn(_ file: String, in folder: SampleFolder) throws -> String {
    let browser = try #require(path)
    let run = try Program.shell(
      """
      '\(browser)' --headless --no-sandbox --disable-gpu --user-data-dir="$PWD/browser" \
      --virtual-time-budget=2000 --dump-dom "file://$PWD/\(file)"
      """, in: folder)
    return run.output
  }
}
