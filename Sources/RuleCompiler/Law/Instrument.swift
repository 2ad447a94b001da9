package import SourceText
package import WorkCalendar

/// A law or document of `Rules/instruments.yaml`.
package struct Instrument: Hashable, Sendable {
  /// The days on which the wording of one article changed.
  package struct Article: Hashable, Sendable {
    package var article: String
    /// First days with a new wording, ascending.
    package var changedOn: [CivilDate]

    package init(article: String, changedOn: [CivilDate]) {
      self.article = article
      self.changedOn = changedOn
    }
  }

  /// Which of its terms in days the text counts in working days.
  package enum WorkingDays: Hashable, Sendable {
    /// Terms of these lengths, and no others.
    case listed([Int])
    /// Terms of at most so many days.
    case upTo(Int)

    package func contains(_ days: Int) -> Bool {
      switch self {
      case .listed(let lengths): lengths.contains(days)
      case .upTo(let longest): days <= longest
      }
    }
  }

  package var id: NameSource
  package var name: BilingualText
  /// The document number, such as 国办发〔2018〕118号.
  package var number: String?
  package var issuer: String?
  /// First day in force; `nil` where no source for it is known.
  package var from: CivilDate?
  /// Last day in force; `nil` while there is none.
  package var until: CivilDate?
  package var replacedBy: NameSource?
  /// The only sectors whose agencies it binds; empty where it binds those of all.
  package var sectors: [String]
  /// The beginnings of the codes of the only regions that it holds in; empty where it holds in all.
  package var regions: [String]
  package var articles: [Article]
  /// True where `articles` holds every change since `from`: one that it lacks did not change.
  package var listsEveryChange: Bool
  /// `nil` where the text does not say, or the registry does not know.
  package var workingDays: WorkingDays?
  /// Where the text was read; an address where it begins with `https://` or `http://`.
  package var source: String?
  package var file: String
  package var range: ByteRange

  package init(
    id: NameSource, name: BilingualText, number: String? = nil, issuer: String? = nil,
    from: CivilDate? = nil, until: CivilDate? = nil, replacedBy: NameSource? = nil,
    sectors: [String] = [], regions: [String] = [], articles: [Article] = [],
    listsEveryChange: Bool = false, workingDays: WorkingDays? = nil, source: String? = nil,
    file: String, range: ByteRange
  ) {
    self.id = id
    self.name = name
    self.number = number
    self.issuer = issuer
    self.from = from
    self.until = until
    self.replacedBy = replacedBy
    self.sectors = sectors
    self.regions = regions
    self.articles = articles
    self.listsEveryChange = listsEveryChange
    self.workingDays = workingDays
    self.source = source
    self.file = file
    self.range = range
  }

  /// `source`, where it is an address of the web.
  package var address: String? {
    guard let source, source.hasPrefix("https://") || source.hasPrefix("http://"),
      !source.contains(where: \.isWhitespace)
    else { return nil }
    return source
  }
}
