internal import SourceText
internal import WorkCalendar

/// Members of an object, a call each. What has no value is written as null, so that every object of
/// a kind has the same keys.
extension JSONWriter {
  mutating func member(_ key: String, _ text: String?) {
    self.key(key)
    value(text)
  }

  mutating func member(_ key: String, _ number: Int?) {
    self.key(key)
    value(number)
  }

  mutating func member(_ key: String, _ flag: Bool) {
    self.key(key)
    value(flag)
  }

  mutating func member(_ key: String, _ date: CivilDate?) {
    member(key, date?.description)
  }

  mutating func member(_ key: String, _ texts: [String]) {
    self.key(key)
    array(texts) { $0.value($1) }
  }

  mutating func member(_ key: String, _ text: BilingualText?) {
    self.key(key)
    guard let text else { return null() }
    object {
      $0.member("zh", text.zh)
      $0.member("en", text.en)
    }
  }

  mutating func member<Element>(
    _ key: String, _ elements: [Element], _ members: (inout JSONWriter, Element) -> Void
  ) {
    self.key(key)
    array(elements) { writer, element in writer.object { members(&$0, element) } }
  }

  mutating func member(_ key: String, object members: (inout JSONWriter) -> Void) {
    self.key(key)
    object(members)
  }
}
