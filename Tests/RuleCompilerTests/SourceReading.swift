import RuleCompiler
import SourceText
import YAML

/// Reads a text as a rule file.
func readRules(
  _ text: String, leniency: SourceLeniency = .vector
) -> (rules: [RuleSource], diagnostics: [Diagnostic]) {
  let document = readYAML(text)
  guard let root = document.root else { return ([], document.diagnostics) }
  var reader = SourceReader(
    file: "penalty/test/rule.yaml", bytes: Array(text.utf8), leniency: leniency)
  let rules = reader.rules(root)
  return (rules, document.diagnostics + reader.diagnostics)
}

/// Reads a text as a file of parameters.
func readParameters(_ text: String) -> (parameters: [ParameterSource], diagnostics: [Diagnostic]) {
  let document = readYAML(text)
  guard let root = document.root else { return ([], document.diagnostics) }
  var reader = SourceReader(file: "parameters/test.yaml", bytes: Array(text.utf8))
  let parameters = reader.parameters(root)
  return (parameters, document.diagnostics + reader.diagnostics)
}

/// Reads a text as the register of laws.
func readInstruments(
  _ text: String
) -> (instruments: [Instrument], diagnostics: [Diagnostic]) {
  let document = readYAML(text)
  guard let root = document.root else { return ([], document.diagnostics) }
  var reader = SourceReader(file: "instruments.yaml", bytes: Array(text.utf8))
  let instruments = reader.instruments(root)
  return (instruments, document.diagnostics + reader.diagnostics)
}
