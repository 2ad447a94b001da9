internal import SourceText
internal import WorkCalendar

/// The fixed words of rule pages, in both languages. Words of the law come from the rules.
enum RulePageWords {
  static let site = BilingualText(zh: "评查规则", en: "Review rules")
  static let families = BilingualText(zh: "按类别", en: "By family")
  static let laws = BilingualText(zh: "按条文", en: "By law")
  static let search = BilingualText(zh: "搜索", en: "Search")
  static let searchHint = BilingualText(
    zh: "编号、标题、条文、事实", en: "id, title, article, fact")
  static let noMatch = BilingualText(zh: "没有匹配的规则。", en: "No rule matches.")
  static let chinese = BilingualText(zh: "中文", en: "中文")
  static let english = BilingualText(zh: "English", en: "English")
  static let bothLanguages = BilingualText(zh: "中英对照", en: "Both")

  static func tally(rules: Int, families: Int, laws: Int) -> BilingualText {
    BilingualText(
      zh: "规则 \(rules) 条，类别 \(families) 个，依据 \(laws) 部。",
      en: "\(count(rules, "rule", "rules")) in \(count(families, "family", "families")), "
        + "resting on \(count(laws, "text", "texts")).")
  }

  private static func count(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }

  // MARK: A rule

  static let basisDate = BilingualText(zh: "依据日期", en: "By the date")
  static let law = BilingualText(zh: "依据", en: "Law")
  static let readText = BilingualText(zh: "原文", en: "text")
  static let applies = BilingualText(zh: "适用条件", en: "Applies when")
  static let always = BilingualText(zh: "所有案件", en: "To every case")
  static let names = BilingualText(zh: "其中", en: "Where")
  static let requirement = BilingualText(zh: "要求", en: "Requirement")
  static let file = BilingualText(zh: "规则文件", en: "Rule file")
  static let family = BilingualText(zh: "类别", en: "Family")
  static let counting = BilingualText(zh: "期限计算", en: "How it is counted")
  static let fromDay = BilingualText(
    zh: "自此起算，当日不计：", en: "Counted from, the day itself not counted: ")
  static let within = BilingualText(
    zh: "期间，末日当天仍为按期：", en: "For, an act on the last day being in time: ")
  static let wait = BilingualText(
    zh: "应等此期间届满，次日起方可：", en: "To wait for, the act coming after the last day: ")
  static let waitLastDay = BilingualText(
    zh: "应等此期间，末日当天起方可：", en: "To wait for, the act coming on the last day or after: ")
  static let act = BilingualText(zh: "应做的行为：", en: "The act: ")
  static let stop = BilingualText(zh: "不计入：", en: "Not counted: ")
  static let extended = BilingualText(
    zh: "延长，届满前批准才有效：", en: "Extended, if approved in time: ")
  static let rolls = BilingualText(
    zh: "以日、月、年计的期间，末日遇休息日顺延。",
    en: "A last day of calendar days, months or years that is off rolls to the next working day.")
  static let doesNotRoll = BilingualText(
    zh: "末日遇休息日不顺延。", en: "A last day that is off does not roll.")
  static let message = BilingualText(zh: "不合格时的说明", en: "What a breach is told as")
  static let oldAndNew = BilingualText(zh: "新旧规定", en: "Old and new law")
  static let reading = BilingualText(zh: "我们的理解", en: "How we read it")
  static let checks = BilingualText(zh: "检查", en: "Checks")
  static let figure = BilingualText(zh: "指标值", en: "Figure")
  static let exceptions = BilingualText(zh: "特别规定", en: "Special law")
  static let takesOut = BilingualText(zh: "排除", en: "Takes out")
  static let facts = BilingualText(zh: "所用事实", en: "Facts that it reads")
  static let fact = BilingualText(zh: "事实", en: "Fact")
  static let path = BilingualText(zh: "路径", en: "Path")
  static let meaning = BilingualText(zh: "含义", en: "Meaning")
  static let definitions = BilingualText(zh: "由其他事实得出", en: "What follows from other facts")
  static let name = BilingualText(zh: "名称", en: "Name")
  static let expression = BilingualText(zh: "表达式", en: "Expression")
  static let parameters = BilingualText(zh: "参数", en: "Values that differ by place, sector or date")
  static let value = BilingualText(zh: "取值", en: "Value")
  static let holdsFor = BilingualText(zh: "适用于", en: "Holds for")
  static let days = BilingualText(zh: "期间", en: "Days")
  static let source = BilingualText(zh: "来源", en: "Source")
  static let lawSetsNone = BilingualText(zh: "法律没有规定", en: "the law sets none")
  static let everywhere = BilingualText(zh: "一般", en: "all")
  static let examples = BilingualText(zh: "示例", en: "Examples")
  static let base = BilingualText(zh: "基础记录", en: "Base")
  static let change = BilingualText(zh: "改动", en: "Changed")
  static let note = BilingualText(zh: "说明", en: "Shows")
  static let outcome = BilingualText(zh: "结论", en: "Outcome")
  static let without = BilingualText(zh: "去掉 ", en: "without ")
  static let unrecorded = BilingualText(zh: "未摘录 ", en: "unrecorded ")
  static let complete = BilingualText(zh: "已列全 ", en: "complete ")
  static let completeness = BilingualText(zh: "记录：", en: "record: ")
  static let asOf = BilingualText(zh: "截至 ", en: "as of ")
  static let cases = BilingualText(zh: "样例案卷", en: "Sample cases")
  static let noLaw = BilingualText(zh: "没有引用条文", en: "Cites no text")
  static let lists = BilingualText(zh: "逐一检查", en: "For each")
  static let onlyWhen = BilingualText(zh: "仅当", en: "Only when")

  // MARK: An instrument

  static func count(_ rules: Int) -> BilingualText {
    BilingualText(zh: "\(rules) 条规则", en: count(rules, "rule", "rules"))
  }
}
