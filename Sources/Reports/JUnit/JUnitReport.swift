/// Writes a report of tests as build servers read it, suite by suite: `begin`, `add` for each, `end`.
///
/// Source: the schema `junit-10.xsd` of Jenkins' xUnit plugin, which says what members there are and in
/// which order. There are no times in it, so that the same run gives the same bytes.
struct JUnitReport {
  struct Suite {
    var name: String
    /// The file that it is about.
    var file: String?
    var cases: [Case]
    /// What went wrong and is no test.
    var errors: String?
  }

  struct Case {
    var className: String
    var name: String
    var result: Result = .passed
    /// What a passed test has to say all the same.
    var output: String?
  }

  enum Result {
    case passed
    case skipped(String)
    case failed(Problem)
    /// It could not be run.
    case broken(Problem)
  }

  struct Problem {
    var type: String
    /// One line.
    var message: String
    /// The whole story.
    var text: String
  }

  private var text = ""

  /// Takes what has been written since the last time, for a sink.
  mutating func take() -> String {
    defer { text = "" }
    return text
  }

  mutating func begin(_ name: String) {
    text += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text += "<testsuites name=\"\(XMLText.attribute(name))\">\n"
  }

  mutating func add(_ suite: Suite) {
    var (failures, errors, skipped) = (0, 0, 0)
    for testCase in suite.cases {
      switch testCase.result {
      case .passed: break
      case .failed: failures += 1
      case .broken: errors += 1
      case .skipped: skipped += 1
      }
    }
    text += "  <testsuite name=\"\(XMLText.attribute(suite.name))\""
    text += " tests=\"\(suite.cases.count)\" failures=\"\(failures)\" errors=\"\(errors)\""
    text += " skipped=\"\(skipped)\""
    if let file = suite.file { text += " file=\"\(XMLText.attribute(file))\"" }
    text += ">\n"
    for testCase in suite.cases { add(testCase) }
    if let errors = suite.errors {
      text += "    <system-err>\(XMLText.element(errors))</system-err>\n"
    }
    text += "  </testsuite>\n"
  }

  mutating func end() { text += "</testsuites>\n" }

  private mutating func add(_ testCase: Case) {
    text += "    <testcase classname=\"\(XMLText.attribute(testCase.className))\""
    text += " name=\"\(XMLText.attribute(testCase.name))\""
    var inner = ""
    switch testCase.result {
    case .passed: break
    case .skipped(let message):
      inner = "      <skipped message=\"\(XMLText.attribute(message))\"/>\n"
    case .failed(let problem): inner = element("failure", problem)
    case .broken(let problem): inner = element("error", problem)
    }
    if let output = testCase.output {
      inner += "      <system-out>\(XMLText.element(output))</system-out>\n"
    }
    text += inner.isEmpty ? "/>\n" : ">\n\(inner)    </testcase>\n"
  }

  private func element(_ name: String, _ problem: Problem) -> String {
    "      <\(name) type=\"\(XMLText.attribute(problem.type))\""
      + " message=\"\(XMLText.attribute(problem.message))\">"
      + XMLText.element(problem.text) + "</\(name)>\n"
  }
}
