import Foundation
import Testing

/// `eval` on a terminal: keys in, screen out.
@Suite struct PromptTests {
  let folder: SampleFolder

  init() throws { folder = try SampleFolder() }

  private func open(state: String? = nil) throws -> Terminal {
    try Terminal(
      ["eval", "--case", "Cases/late", "--lang", "en"], in: folder,
      environment: ["HOME": folder.path, "XDG_STATE_HOME": state ?? folder.path + "/state"])
  }

  private func history() throws -> [Substring] {
    try folder.text("state/pingcha/eval-history").split(separator: "\n")
  }

  static let (tab, up, left) = ("\t", "\u{1B}[A", "\u{1B}[D")
  static let (interrupt, end) = ("\u{3}", "\u{4}")

  @Test func `Tab completes names and values`() throws {
    let terminal = try open()
    try terminal.type("decis\t.ser\t\r", for: "value: 2024-03-20")
    try terminal.type("decision.\t", for: "made_on    reasoned   served_on")
    try terminal.type("m\t\r", for: "value: 2024-03-01")
    try terminal.type(":ex\t '汉字' + case.ti\t\r", for: "'汉字' + case.title = ")
    try terminal.type(":case Ca\tcl\t\r", for: "ean/\r\n")
    try terminal.type("decision.served_on\r\u{4}", for: "value: 2024-03-05")
    #expect(terminal.end() == 0)
  }

  @Test func `the arrow keys bring back what was typed`() throws {
    let terminal = try open()
    try terminal.type("1 + 20\r", for: "value: 21")
    try terminal.type("\(Self.up)\(Self.left)\(Self.left)3\r", for: "value: 321")
    try terminal.type("\(Self.up)\(Self.up)\r", for: "value: 21")
    try terminal.type(Self.end, for: "\n")
    #expect(terminal.end() == 0)
    #expect(try history() == ["1 + 20", "1 + 320", "1 + 20"])
  }

  @Test func `another conversation remembers the last`() throws {
    var terminal = try open()
    try terminal.type("[1,\r", for: "… ")
    try terminal.type("2] // two\r")
    try terminal.wait(for: "value: [1, 2]")
    try terminal.type(Self.end, for: "\n")
    #expect(terminal.end() == 0)
    terminal = try open()
    try terminal.type("\(Self.up)[1]\r", for: "value: 2")
    try terminal.type(":quit\r", for: "\n")
    #expect(terminal.end() == 0)
    #expect(try history() == ["[1, 2]", "[1, 2][1]", ":quit"])
  }

  @Test func `Ctrl-C abandons the line and nothing else`() throws {
    let terminal = try open()
    try terminal.type("1 +\(Self.interrupt)", for: "^C")
    try terminal.type("[1,\r", for: "… ")
    try terminal.type("2,\(Self.interrupt)")
    try terminal.wait(for: "^C")
    try terminal.type("7\r", for: "value: 7")
    try terminal.type(Self.end, for: "\n")
    #expect(terminal.end() == 0)
    #expect(!terminal.screen.contains("error"))
    #expect(try history() == ["7"])
  }

  @Test func `an empty line ends what would go on, and a mistake ends nothing`() throws {
    let terminal = try open()
    try terminal.type("f(1,\r", for: "… ")
    try terminal.type("\r")
    try terminal.wait(for: "error[")
    try terminal.type("1 / 0\r", for: "divide-by-zero")
    try terminal.type(Self.end, for: "\n")
    #expect(terminal.end() == 0)
  }

  @Test func `the history keeps the last lines alone`() throws {
    let lines = (1...2500).map { "\($0)" }
    try folder.write("state/pingcha/eval-history", lines.joined(separator: "\n") + "\n")
    let terminal = try open()
    try terminal.type("\(Self.up)\r", for: "value: 2500")
    try terminal.type("0\r", for: "value: 0")
    try terminal.type(Self.end, for: "\n")
    #expect(terminal.end() == 0)
    #expect(try history() == lines.suffix(1000).map { $0[...] } + ["0"])
  }

  @Test(
    "a history that cannot be kept is no failure",
    arguments: ["/proc/none", "/dev/null", "relative"])
  func noHistory(state: String) throws {
    // A file where the folder would have to be.
    try folder.write(".local", "")
    let terminal = try open(state: state)
    try terminal.type("7\r", for: "value: 7")
    try terminal.type("\(Self.up)\r", for: "value: 7")
    try terminal.type(Self.end, for: "\n")
    #expect(terminal.end() == 0)
  }

  @Test func `the history is for its owner alone`() throws {
    let terminal = try open()
    try terminal.type("7\r\(Self.end)", for: "value: 7")
    #expect(terminal.end() == 0)
    let file = folder.path + "/state/pingcha/eval-history"
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }
}
