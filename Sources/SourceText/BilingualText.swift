/// The languages that every message is written in.
package enum Language: String, Hashable, Sendable, CaseIterable {
  case zh, en
}

/// One text in both languages. Neither is a translation to fall back on; both are always there.
package struct BilingualText: Hashable, Sendable {
  package var zh: String
  package var en: String

  package init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  package subscript(language: Language) -> String {
    switch language {
    case .zh: zh
    case .en: en
    }
  }
}
