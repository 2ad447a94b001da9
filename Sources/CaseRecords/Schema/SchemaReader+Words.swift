internal import SourceText
internal import YAML

extension SchemaPass {
  // MARK: - Natures and enums

  mutating func readNatures(_ node: Node?) -> [NatureSchema] {
    guard let node, !node.isNull else { return [] }
    guard let pairs = node.mapping else {
      diagnostics.append(.notAMapping("natures", at: node.range))
      return []
    }
    var list: [NatureSchema] = []
    for pair in pairs {
      guard
        let keys = keys(
          of: pair.value, in: BilingualText(zh: "事实性质", en: "a nature"),
          known: ["absent", "unrecorded", "timeline", "means"])
      else { continue }
      let name = pair.key.text
      for key in ["absent", "unrecorded"] where keys[key] == nil {
        diagnostics.append(.missingKey(key, at: pair.keyRange))
      }
      guard let absent = keys["absent"].flatMap({ bothLanguages($0.value) }),
        let unrecorded = keys["unrecorded"].flatMap({ bothLanguages($0.value) })
      else { continue }
      let nature = NatureSchema(
        name: name, absent: absent, unrecorded: unrecorded,
        isOnTimeline: boolean(keys["timeline"]?.value), meaning: meaning(keys))
      if natures.updateValue(nature, forKey: name) != nil {
        diagnostics.append(.duplicateName(name, at: pair.keyRange))
      } else {
        list.append(nature)
      }
    }
    return list
  }

  mutating func readEnums(_ node: Node?) -> [EnumSchema] {
    guard let node, !node.isNull else { return [] }
    var list: [EnumSchema] = []
    for (name, range, body) in namedEntries(node, of: "enums", nameKey: "id") {
      var values = body
      if body.sequence == nil {
        guard
          let keys = keys(
            of: body, in: BilingualText(zh: "枚举", en: "an enum"), known: ["id", "values"])
        else { continue }
        guard let pair = keys["values"] else {
          diagnostics.append(.missingKey("values", at: range))
          continue
        }
        values = pair.value
      }
      guard enums[name] == nil else {
        diagnostics.append(.duplicateName(name, at: range))
        continue
      }
      let entries = readEntries(values)
      if entries.isEmpty { diagnostics.append(.emptyList("values", at: values.range)) }
      let made = EnumSchema(name: name, entries: entries)
      enums[name] = made
      list.append(made)
    }
    return list
  }

  private mutating func readEntries(_ node: Node) -> [EnumSchema.Entry] {
    guard let items = sequence(node, of: "values") else { return [] }
    var entries: [EnumSchema.Entry] = []
    var seen: Set<String> = []
    for item in items {
      var (id, range) = (item.scalar?.text ?? "", item.range)
      var words: [String: Pair] = [:]
      if item.scalar == nil {
        guard
          let keys = keys(
            of: item, in: BilingualText(zh: "枚举值", en: "an enum's value"),
            known: ["id", "zh", "en"])
        else { continue }
        guard let pair = keys["id"], let text = text(pair.value) else {
          diagnostics.append(.missingKey("id", at: item.range))
          continue
        }
        (id, range, words) = (text, pair.value.range, keys)
      }
      guard seen.insert(id).inserted else {
        diagnostics.append(.duplicateName(id, at: range))
        continue
      }
      entries.append(EnumSchema.Entry(id: id, label: label(words, name: id)))
    }
    return entries
  }

  // MARK: - Words

  /// The label that `zh` and `en` give; the name in place of one that is missing. One language
  /// without the other is worth a word.
  mutating func label(_ keys: [String: Pair], name: String) -> BilingualText {
    let zh = keys["zh"].flatMap { text($0.value) }
    let en = keys["en"].flatMap { text($0.value) }
    if (zh == nil) != (en == nil), let pair = keys["zh"] ?? keys["en"] {
      diagnostics.append(
        .oneLanguage(missing: zh == nil ? "zh" : "en", of: name, at: pair.keyRange))
    }
    return BilingualText(zh: zh ?? name, en: en ?? name)
  }

  mutating func meaning(_ keys: [String: Pair]) -> String {
    keys["means"].flatMap { text($0.value) } ?? ""
  }

  /// Reads `{ zh: …, en: … }`.
  mutating func bothLanguages(_ node: Node) -> BilingualText? {
    guard
      let keys = keys(
        of: node, in: BilingualText(zh: "双语文字", en: "a text"), known: ["zh", "en"])
    else { return nil }
    for key in ["zh", "en"] where keys[key] == nil {
      diagnostics.append(.missingKey(key, at: node.range))
    }
    guard let zh = keys["zh"].flatMap({ text($0.value) }),
      let en = keys["en"].flatMap({ text($0.value) })
    else { return nil }
    return BilingualText(zh: zh, en: en)
  }

  // MARK: - The form of the file

  /// The pairs of a mapping by key; what is unknown or repeated gets a diagnostic.
  mutating func keys(of node: Node, in what: BilingualText, known: [String]) -> [String: Pair]? {
    guard let pairs = node.mapping else {
      diagnostics.append(.notAMapping(what, at: node.range))
      return nil
    }
    var found: [String: Pair] = [:]
    for pair in pairs {
      let key = pair.key.text
      if !known.contains(key) {
        diagnostics.append(
          .unknownKey(
            key, in: what, at: pair.keyRange, near: Suggestion.nearest(to: key, among: known),
            known: known))
      } else if found.updateValue(pair, forKey: key) != nil {
        diagnostics.append(.duplicateName(key, at: pair.keyRange))
      }
    }
    return found
  }

  /// The entries of a list of `{ name: …, … }`, or of a mapping from names.
  mutating func namedEntries(
    _ node: Node, of key: String, nameKey: String
  ) -> [(name: String, range: ByteRange, body: Node)] {
    if let pairs = node.mapping {
      return pairs.map { ($0.key.text, $0.keyRange, $0.value) }
    }
    guard let items = sequence(node, of: key) else { return [] }
    var entries: [(name: String, range: ByteRange, body: Node)] = []
    for item in items {
      guard item.mapping != nil else {
        diagnostics.append(
          .notAMapping(
            BilingualText(zh: "`\(key)` 的一项", en: "an entry of `\(key)`"), at: item.range))
        continue
      }
      guard let name = item[nameKey] else {
        diagnostics.append(.missingKey(nameKey, at: item.range))
        continue
      }
      if let text = text(name) { entries.append((text, name.range, item)) }
    }
    return entries
  }

  mutating func sequence(_ node: Node, of key: String) -> [Node]? {
    if let items = node.sequence { return items }
    diagnostics.append(.notAList(key, at: node.range))
    return nil
  }

  /// The text of a scalar that is not null.
  mutating func text(_ node: Node) -> String? {
    if let scalar = node.scalar, !scalar.isNull { return scalar.text }
    diagnostics.append(.notAText(at: node.range))
    return nil
  }

  /// The name of a section or field, which is a CEL identifier.
  mutating func name(
    _ keys: [String: Pair], at range: ByteRange
  ) -> (name: String, range: ByteRange)? {
    guard let pair = keys["name"] else {
      diagnostics.append(.missingKey("name", at: range))
      return nil
    }
    guard let name = text(pair.value) else { return nil }
    guard isIdentifier(name) else {
      diagnostics.append(.badName(name, at: pair.value.range))
      return nil
    }
    return (name, pair.value.range)
  }

  func isIdentifier(_ name: String) -> Bool {
    var isFirst = true
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "_"):
        break
      case UInt8(ascii: "0")...UInt8(ascii: "9") where !isFirst: break
      default: return false
      }
      isFirst = false
    }
    return !isFirst
  }
}
