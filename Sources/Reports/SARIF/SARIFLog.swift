internal import Findings
internal import WorkCalendar

/// Writes a log of SARIF 2.1.0 with one run, result by result: `begin`, `add` for each, `end`.
///
/// Columns count Unicode code points (§3.14.17).
struct SARIFLog {
  /// What the texts of law are called, which results and rules refer to.
  static let taxonomy = "instruments"
  /// The name under which our own fingerprint stands (§3.27.17).
  static let fingerprintName = "pingchaFinding/v1"

  private var writer = JSONWriter()
  private var ruleNumbers: [String: Int] = [:]
  private let hasTaxonomy: Bool

  /// - Parameter hasTaxonomy: Whether results and rules refer to texts of law.
  init(hasTaxonomy: Bool = false) { self.hasTaxonomy = hasTaxonomy }

  /// Takes what has been written since the last time, for a sink.
  mutating func take() -> String { writer.take() }

  /// - Parameters:
  ///   - version: That of the program; `nil` leaves it out.
  ///   - rules: Those that results may be of. A result may be of a rule that is not among them.
  ///   - language: Of the texts, as RFC 5646 writes it; `nil` leaves it out.
  mutating func begin(version: String? = nil, rules: [SARIFRule], language: String? = nil) {
    ruleNumbers = Dictionary(
      rules.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let hasTaxonomy = hasTaxonomy
    writer.beginObject()
    writer.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
    writer.member("version", "2.1.0")
    writer.key("runs")
    writer.beginArray()
    writer.beginObject()
    writer.member("tool") {
      $0.member("driver") { driver in
        driver.member("name", "pingcha")
        if let version { driver.member("version", version) }
        driver.member("rules", rules) { $0.descriptor($1) }
        if hasTaxonomy {
          driver.member("supportedTaxonomies", [Self.taxonomy]) { $0.taxonomyReference($1) }
        }
      }
    }
    if let language { writer.member("language", language) }
    writer.member("columnKind", "unicodeCodePoints")
    writer.key("results")
    writer.beginArray()
  }

  mutating func add(_ result: SARIFResult) {
    let number = ruleNumbers[result.rule]
    writer.object { writer in
      writer.member("ruleId", result.rule)
      if let number { writer.member("ruleIndex", number) }
      if let kind = result.kind { writer.member("kind", kind.rawValue) }
      writer.member("level", result.level.rawValue)
      writer.message(result.message)
      writer.member("locations", result.locations) { $0.location($1) }
      if !result.related.isEmpty {
        writer.member("relatedLocations", result.related) { $0.location($1) }
      }
      if let fingerprint = result.fingerprint {
        writer.member("partialFingerprints") { $0.member(Self.fingerprintName, fingerprint) }
      }
      if let suppressions = result.suppressions {
        writer.member("suppressions", suppressions) { $0.suppression($1) }
      }
      if let state = result.baselineState { writer.member("baselineState", state.rawValue) }
      if !result.taxa.isEmpty {
        writer.member("taxa", result.taxa) { $0.taxonReference($1) }
      }
      if let properties = result.properties {
        writer.key("properties")
        writer.value(properties)
      }
    }
  }

  /// - Parameters:
  ///   - taxa: The texts of law that were referred to.
  ///   - notifications: What went wrong with the run; `nil` for a log without an invocation.
  mutating func end(
    taxa: [SARIFRule] = [], taxonomyName: String = "", notifications: [SARIFNotification]? = nil,
    properties: JSONTree? = nil
  ) {
    writer.end()
    if hasTaxonomy {
      writer.member("taxonomies", [taxa]) { writer, taxa in
        writer.member("name", Self.taxonomy)
        writer.member("shortDescription") { $0.member("text", taxonomyName) }
        writer.member("taxa", taxa) { $0.descriptor($1) }
      }
    }
    if let notifications {
      writer.member("invocations", [notifications]) { [ruleNumbers] writer, notifications in
        writer.member("executionSuccessful", !notifications.contains { $0.level == .error })
        writer.member("toolExecutionNotifications", notifications) {
          $0.notification($1, ruleNumbers)
        }
      }
    }
    if let properties {
      writer.key("properties")
      writer.value(properties)
    }
    writer.end()
    writer.end()
    writer.end()
    writer.endDocument()
  }
}
