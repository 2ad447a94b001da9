import Findings
import RuleCompiler
import SourceText

extension LoadedRules {
  /// Where a range of a rule file stands.
  func place(of range: ByteRange, in file: String) -> Place? {
    let nothing = BilingualText(zh: "", en: "")
    return source.located(
      FileDiagnostic(
        file: file, diagnostic: Diagnostic(code: "", message: nothing, range: range)),
      below: folder
    ).place
  }
}
