internal import Findings
internal import WorkCalendar

/// The objects of a log, member by member.
extension JSONWriter {
  mutating func message(_ text: String) { member("message") { $0.member("text", text) } }

  mutating func descriptor(_ rule: SARIFRule) {
    member("id", rule.id)
    member("shortDescription") { $0.member("text", rule.short) }
    if let full = rule.full { member("fullDescription") { $0.member("text", full) } }
    if let help = rule.help {
      member("help") {
        $0.member("text", help.text)
        $0.member("markdown", help.markdown)
      }
    }
    if let level = rule.level {
      member("defaultConfiguration") { $0.member("level", level.rawValue) }
    }
    if !rule.taxa.isEmpty {
      member("relationships", rule.taxa) { writer, taxon in
        writer.member("target") { $0.taxonReference(taxon) }
        writer.member("kinds", ["relevant"])
      }
    }
    if !rule.tags.isEmpty { member("properties") { $0.member("tags", rule.tags) } }
  }

  /// A `toolComponentReference` (§3.54) to our taxonomy.
  mutating func taxonomyReference(_ name: String) {
    member("name", name)
    member("index", 0)
  }

  /// A `reportingDescriptorReference` (§3.52) to a text of law.
  mutating func taxonReference(_ id: String) {
    member("id", id)
    member("toolComponent") { $0.taxonomyReference(SARIFLog.taxonomy) }
  }

  mutating func location(_ location: SARIFLocation) {
    member("physicalLocation") {
      $0.member("artifactLocation") { $0.member("uri", URIReference.of(path: location.file)) }
      guard let region = location.region else { return }
      $0.member("region") {
        $0.member("startLine", region.startLine)
        guard let columns = region.columns else { return }
        $0.member("startColumn", columns.start)
        $0.member("endLine", columns.endLine)
        $0.member("endColumn", columns.end)
      }
    }
    if let name = location.name {
      member("logicalLocations", [name]) {
        $0.member("fullyQualifiedName", $1)
        $0.member("kind", "member")
      }
    }
    if let text = location.message { message(text) }
  }

  /// A suppression by somebody's word, outside of the source (§3.35).
  mutating func suppression(_ waiver: Waiver) {
    member("kind", "external")
    member("status", "accepted")
    member("justification", waiver.reason)
    member("properties") { $0.grounds(of: waiver) }
  }

  mutating func notification(_ notification: SARIFNotification, _ ruleNumbers: [String: Int]) {
    member("descriptor") { $0.member("id", notification.code) }
    if let rule = notification.rule {
      member("associatedRule") {
        $0.member("id", rule)
        if let number = ruleNumbers[rule] { $0.member("index", number) }
      }
    }
    member("level", notification.level.rawValue)
    message(notification.message)
    if let location = notification.location {
      member("locations", [location]) { $0.location($1) }
    }
  }
}
