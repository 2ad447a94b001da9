internal import Findings
internal import SourceText
internal import WorkCalendar

/// Every fixed word of the reports that people read, in both languages. Words of the law come from
/// the rules.
enum ReportWords {
  // MARK: Punctuation

  static let colon = BilingualText(zh: "：", en: ": ")
  static let comma = BilingualText(zh: "，", en: ", ")
  static let listSeparator = BilingualText(zh: "、", en: ", ")
  static let semicolon = BilingualText(zh: "；", en: "; ")

  static func inBrackets(_ text: String, _ language: Language) -> String {
    language == .zh ? "（\(text)）" : " (\(text))"
  }

  static func quoted(_ text: String, _ language: Language) -> String { "“\(text)”" }

  static func counted(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }

  // MARK: Severities, outcomes, kinds

  static func severity(_ severity: RuleSeverity) -> BilingualText {
    switch severity {
    case .fatal: BilingualText(zh: "一票否决", en: "fatal")
    case .major: BilingualText(zh: "重大", en: "major")
    case .minor: BilingualText(zh: "一般", en: "minor")
    }
  }

  static func outcome(_ outcome: Outcome) -> BilingualText {
    switch outcome {
    case .satisfied: BilingualText(zh: "合格", en: "satisfied")
    case .violated: BilingualText(zh: "不合格", en: "violated")
    case .pending: BilingualText(zh: "未到期", en: "pending")
    case .notApplicable: BilingualText(zh: "不适用", en: "not applicable")
    case .undetermined: BilingualText(zh: "未能判定", en: "undetermined")
    case .error: BilingualText(zh: "规则出错", en: "rule fault")
    }
  }

  static func kind(_ kind: RuleKind) -> BilingualText {
    switch kind {
    case .violation: BilingualText(zh: "要求", en: "violation")
    case .signal: BilingualText(zh: "提示", en: "signal")
    case .indicator: BilingualText(zh: "指标", en: "indicator")
    }
  }

  static func heading(_ group: FindingGroup, count: Int) -> BilingualText {
    switch group {
    case .violated: BilingualText(zh: "不合格 \(count) 项", en: "Violated (\(count))")
    case .error: BilingualText(zh: "规则出错 \(count) 项", en: "Faults of rules (\(count))")
    case .undetermined: BilingualText(zh: "未能判定 \(count) 项", en: "Undetermined (\(count))")
    case .pending: BilingualText(zh: "未到期 \(count) 项", en: "Pending (\(count))")
    case .signal:
      BilingualText(
        zh: "提示 \(count) 项（值得细看，不计不合格）", en: "Look closer (\(count), not violations)")
    case .waived: BilingualText(zh: "已豁免 \(count) 项", en: "Waived (\(count))")
    }
  }

  static func column(_ group: FindingGroup) -> BilingualText {
    switch group {
    case .violated: outcome(.violated)
    case .error: BilingualText(zh: "规则出错", en: "fault")
    case .undetermined: outcome(.undetermined)
    case .pending: outcome(.pending)
    case .signal: BilingualText(zh: "提示", en: "signal")
    case .waived: BilingualText(zh: "已豁免", en: "waived")
    }
  }

  // MARK: Head of a review

  static func header(asOf: CivilDate, cases: Int?, rules: Int) -> BilingualText {
    let casesZh = cases.map { "，案件 \($0) 件" } ?? ""
    let casesEn = cases.map { counted($0, "case", "cases") + ", " } ?? ""
    return BilingualText(
      zh: "案卷评查  截至 \(asOf)\(casesZh)，规则 \(rules) 条",
      en: "Case file review as of \(asOf): \(casesEn)\(counted(rules, "rule", "rules"))")
  }

  static let noCaseNumber = BilingualText(zh: "（无案号）", en: "(no case number)")
  static let noFindings = BilingualText(zh: "未发现问题", en: "no findings")
  static let unreadable = BilingualText(
    zh: "无法读取，未评查", en: "cannot be read, not reviewed")

  // MARK: Findings

  static let basis = BilingualText(zh: "依据", en: "Law")
  static let fact = BilingualText(zh: "事实", en: "Fact")
  static let otherFacts = BilingualText(zh: "另据", en: "Other facts")
  static let term = BilingualText(zh: "期限", en: "Due")
  static let notBefore = BilingualText(zh: "不早于", en: "Not before")
  static let notUntilAfter = BilingualText(zh: "须晚于", en: "Only after")
  static let parameter = BilingualText(zh: "参数", en: "Parameter")
  static let missing = BilingualText(zh: "缺少", en: "Missing")
  static let remedy = BilingualText(zh: "整改", en: "Remedy")
  static let source = BilingualText(zh: "来源", en: "source")
  static let unverified = BilingualText(zh: "未经核实", en: "not verified")
  static let notOnFile = BilingualText(zh: "未载明", en: "not on file")
  static let notRecorded = BilingualText(zh: "未摘录", en: "not recorded")
  static let sectionShown = BilingualText(
    zh: "未载明，所示为其所在部分", en: "not on file; its section is shown")
  static let sectionMissing = BilingualText(
    zh: "记录中没有其所在部分", en: "the record has no such section")

  static func citation(_ cite: Citation, _ language: Language) -> String {
    let name = cite.instrumentName[language]
    switch language {
    case .zh:
      let number = cite.number.map { "（\($0)）" } ?? ""
      let title = name.hasPrefix("《") ? name : "《\(name)》"
      return title + number + cite.article + (cite.says.map { "：“\($0)”" } ?? "")
    case .en:
      let number = cite.number.map { " (\($0))" } ?? ""
      return "\(name)\(number), \(cite.article)" + (cite.says.map { ": “\($0)”" } ?? "")
    }
  }

  static func document(_ document: DocumentPlace) -> BilingualText {
    BilingualText(
      zh: "见卷内 \(document.id)" + (document.title.map { "《\($0)》" } ?? "")
        + (document.page.map { "第\($0)页" } ?? ""),
      en: "see \(document.id)" + (document.title.map { " “\($0)”" } ?? "")
        + (document.page.map { ", page \($0)" } ?? ""))
  }

  static func late(_ days: Int) -> BilingualText {
    BilingualText(zh: "逾期 \(days) 日", en: counted(days, "day", "days") + " late")
  }

  /// How late an act is; `nil` where it is not.
  static func late(minutes: Int?, days: Int?) -> BilingualText? {
    if let minutes, minutes > 0 { return late(minutes: minutes) }
    if let days, days > 0 { return late(days) }
    return nil
  }

  /// For a term of hours: days only where there is a whole one, minutes only where there are any.
  private static func late(minutes: Int) -> BilingualText {
    let parts = [
      (minutes / 1440, "日", "day", "days"), (minutes % 1440 / 60, "小时", "hour", "hours"),
      (minutes % 60, "分钟", "minute", "minutes"),
    ].filter { $0.0 > 0 }
    return BilingualText(
      zh: "逾期 " + parts.map { "\($0.0) \($0.1)" }.joined(separator: " "),
      en: "late by " + parts.map { counted($0.0, $0.2, $0.3) }.joined(separator: " "))
  }

  static func left(_ days: Int) -> BilingualText {
    BilingualText(zh: "还有 \(days) 日", en: counted(days, "day", "days") + " left")
  }

  static func due(_ first: String, through last: String?) -> BilingualText {
    guard let last else { return BilingualText(zh: first, en: first) }
    return BilingualText(zh: "\(first) 至 \(last) 之间", en: "between \(first) and \(last)")
  }

  // MARK: Undetermined

  static func wouldDecide(_ fact: String, count: Int) -> BilingualText {
    BilingualText(
      zh: "补录“\(fact)”，涉及 \(count) 项",
      en: "Record “\(fact)”: \(counted(count, "result depends", "results depend")) on it")
  }

  static let toRecord = BilingualText(zh: "需补录", en: "to be recorded")
  static let alsoToRecord = BilingualText(zh: "还需补录", en: "also to be recorded")

  /// What a person calls a thing that is missing and is no fact of the record.
  static func missingName(_ path: String) -> BilingualText {
    if let year = suffix(of: path, behind: "calendar.") {
      return BilingualText(
        zh: "\(year)年工作日安排", en: "the schedule of working days of \(year)")
    }
    if let name = suffix(of: path, behind: "params.") {
      return BilingualText(zh: "参数 \(name)", en: "the parameter \(name)")
    }
    return BilingualText(zh: path, en: path)
  }

  private static func suffix(of path: String, behind prefix: String) -> Substring? {
    path.hasPrefix(prefix) ? path.dropFirst(prefix.count) : nil
  }

  // MARK: Summary

  static let summary = BilingualText(zh: "汇总", en: "Summary")
  static let byRule = BilingualText(zh: "规则", en: "rule")
  static let total = BilingualText(zh: "合计", en: "total")
  static let casesFailed = BilingualText(zh: "案件数", en: "cases")

  static func summary(asOf: CivilDate, read: Int, unreadable: Int, violating: Int) -> BilingualText
  {
    let unreadZh = unreadable == 0 ? "" : "，无法读取 \(unreadable) 件"
    let unreadEn = unreadable == 0 ? "" : ", \(counted(unreadable, "case", "cases")) not readable"
    return BilingualText(
      zh: "截至 \(asOf)：评查案件 \(read) 件，其中有不合格项的 \(violating) 件\(unreadZh)",
      en: "as of \(asOf): \(counted(read, "case", "cases")) reviewed, \(violating) with violations"
        + unreadEn)
  }

  static func diagnostics(errors: Int, warnings: Int, notes: Int = 0) -> BilingualText {
    let zh = "错误 \(errors) 个，警告 \(warnings) 个"
    let en = counted(errors, "error", "errors") + ", " + counted(warnings, "warning", "warnings")
    return BilingualText(
      zh: notes == 0 ? zh : zh + "，留意 \(notes) 处",
      en: notes == 0 ? en : en + ", " + counted(notes, "note", "notes"))
  }

  // MARK: Rules

  static let id = BilingualText(zh: "编号", en: "id")
  static let family = BilingualText(zh: "类别", en: "family")
  static let stage = BilingualText(zh: "阶段", en: "stage")
  static let milliseconds = BilingualText(zh: "毫秒", en: "ms")
  static let microsecondsARecord = BilingualText(zh: "每案微秒", en: "µs a record")
  static let severityHeading = BilingualText(zh: "等级", en: "severity")
  static let kindHeading = BilingualText(zh: "性质", en: "kind")
  static let article = BilingualText(zh: "条文", en: "article")
  static let titleHeading = BilingualText(zh: "要求", en: "title")
  static let inForce = BilingualText(zh: "施行", en: "in force")

  static func inForce(from: CivilDate?, until: CivilDate?) -> BilingualText {
    switch (from, until) {
    case (let from?, let until?):
      BilingualText(zh: "\(from) 至 \(until)", en: "\(from) – \(until)")
    case (let from?, nil): BilingualText(zh: "\(from) 起", en: "from \(from)")
    case (nil, let until?): BilingualText(zh: "至 \(until) 止", en: "until \(until)")
    case (nil, nil): BilingualText(zh: "不限日期", en: "always")
    }
  }

  static func ruleCount(_ count: Int) -> BilingualText {
    BilingualText(zh: "共 \(count) 条规则", en: counted(count, "rule", "rules"))
  }

  static func exampleCount(_ count: Int) -> BilingualText {
    BilingualText(zh: "示例 \(count) 个", en: counted(count, "example", "examples"))
  }

  static func version(_ number: Int) -> BilingualText {
    BilingualText(zh: "第\(number)版", en: "version \(number)")
  }

  static func byDate(_ expression: String) -> BilingualText {
    BilingualText(zh: "按 \(expression) 确定", en: "by \(expression)")
  }

  static let aliases = BilingualText(zh: "曾用编号", en: "former ids")
  static let retroactive = BilingualText(
    zh: "行为时与决定时之间的规定中，适用较轻的。",
    en: "Of the texts in force from the conduct to the decision the lighter one applies.")
  static let lighter = BilingualText(zh: "较轻", en: "the lighter text")
  static let applies = BilingualText(zh: "适用条件", en: "Applies")
  static let definition = BilingualText(zh: "其中", en: "Let")
  static let figure = BilingualText(zh: "指标值", en: "Figure")
  static let reading = BilingualText(zh: "理解", en: "Reading")
  static let check = BilingualText(zh: "检查", en: "Check")
  static let onlyCheck = BilingualText(zh: "本项", en: "the only one")
  static let when = BilingualText(zh: "条件", en: "when")
  static let each = BilingualText(zh: "逐一", en: "each")
  static let whereCondition = BilingualText(zh: "限于", en: "where")
  static let that = BilingualText(zh: "要求", en: "that")
  static let whereAbsent = BilingualText(zh: "未载明时", en: "where not on file")
  static let message = BilingualText(zh: "说明", en: "message")
  static let from = BilingualText(zh: "起算", en: "from")
  static let within = BilingualText(zh: "期限内", en: "within")
  static let wait = BilingualText(zh: "期满后", en: "not before the end of")
  static let act = BilingualText(zh: "行为", en: "act")
  static let excluding = BilingualText(zh: "扣除", en: "excluding")
  static let extendedBy = BilingualText(zh: "延长", en: "extended by")
  static let exception = BilingualText(zh: "特别规定排除", en: "Special law takes out")
  static let lastDayCounts = BilingualText(zh: "末日当天也可以", en: "on the last day too")
  static let doesNotRoll = BilingualText(zh: "遇休息日不顺延", en: "not rolled to a working day")

  // MARK: Examples

  static func example(_ number: Int) -> BilingualText {
    BilingualText(zh: "示例 \(number)", en: "example \(number)")
  }

  static let noResult = BilingualText(zh: "没有结果", en: "no result")

  static func comparison(expected: String, actual: String) -> BilingualText {
    BilingualText(
      zh: "应为“\(expected)”，实为“\(actual)”", en: "expected \(expected), got \(actual)")
  }

  // MARK: Explanations

  static func result(_ outcome: Outcome) -> BilingualText {
    let word = self.outcome(outcome)
    return BilingualText(zh: "结果：\(word.zh)", en: "outcome: \(word.en)")
  }

  static func asOf(_ day: CivilDate) -> BilingualText {
    BilingualText(zh: "截至 \(day)", en: "as of \(day)")
  }

  static let caseLabel = BilingualText(zh: "案件", en: "Case")
  static let reason = BilingualText(zh: "原因", en: "Reason")
  static let chosenText = BilingualText(zh: "适用的文本", en: "The text that applies")
  static let basisDate = BilingualText(zh: "依据日期", en: "Basis date")
  static let parameters = BilingualText(zh: "参数", en: "Parameters")
  static let specialLaw = BilingualText(zh: "特别规定", en: "Special law")

  static func choice(_ choice: Explanation.VersionChoice) -> BilingualText {
    switch choice {
    case .always: BilingualText(zh: "规则不限日期。", en: "The rule is in force on every day.")
    case .basisDate:
      BilingualText(
        zh: "依据日期在该文本的施行期间内。", en: "The basis date lies in the days of this text.")
    case .lighter:
      BilingualText(
        zh: "后来的文本较轻，对此前的行为也适用。",
        en: "A later text is lighter and applies to earlier conduct too.")
    case .several:
      BilingualText(
        zh: "不能确定适用哪一文本，逐一判断。",
        en: "Which text applies cannot be told, so each is judged.")
    case .notInForce:
      BilingualText(
        zh: "依据日期不在任何文本的施行期间内。", en: "The basis date lies in the days of no text.")
    case .noBasisDate:
      BilingualText(zh: "依据日期未载明。", en: "The basis date is not on file.")
    }
  }

  static func decidedBy(_ key: String, _ value: String?) -> BilingualText {
    let key = value.map { "\(key) = \($0)" } ?? key
    return BilingualText(zh: "由 \(key) 确定", en: "chosen by \(key)")
  }

  static func takesOut(_ checks: String) -> BilingualText {
    BilingualText(zh: "排除检查 \(checks)", en: "takes out \(checks)")
  }

  static let takenOut = BilingualText(
    zh: "由特别规定排除", en: "taken out by special law")
  static let exceptionLabel = BilingualText(zh: "排除条件", en: "Condition")

  static func fault(_ text: String) -> BilingualText {
    BilingualText(zh: "出错：\(text)", en: "fault: \(text)")
  }

  // MARK: Days

  static func period(_ period: Period) -> BilingualText {
    let count = Int(period.count)
    switch period.unit {
    case .workdays:
      return BilingualText(
        zh: "\(count) 个工作日", en: counted(count, "working day", "working days"))
    case .days: return days(count)
    case .months:
      return BilingualText(zh: "\(count) 个月", en: counted(count, "month", "months"))
    case .years: return BilingualText(zh: "\(count) 年", en: counted(count, "year", "years"))
    case .hours: return BilingualText(zh: "\(count) 小时", en: counted(count, "hour", "hours"))
    }
  }

  static func days(_ count: Int) -> BilingualText {
    BilingualText(zh: "\(count) 日", en: counted(count, "day", "days"))
  }

  static let eventDay = BilingualText(zh: "当日不计", en: "the day itself is not counted")

  /// Which calendar days are in a period that is not said in days.
  static func ofDays(_ period: String, count: Int) -> BilingualText {
    BilingualText(zh: "\(period)，合 \(count) 日", en: "\(period), \(days(count).en)")
  }

  static func stage(
    _ cause: Explanation.Stage.Cause, approvedOn day: CivilDate?
  ) -> BilingualText {
    let zh = day.map { "\($0) 批准，" } ?? ""
    let en = day.map { "approved on \($0), " } ?? ""
    switch cause {
    case .period(let period): return self.period(period)
    case .extended(let period):
      let length = self.period(period)
      return BilingualText(zh: "\(zh)延长 \(length.zh)", en: "\(en)\(length.en) more")
    case .extendedUntil(let last):
      return BilingualText(zh: "\(zh)延至 \(last)", en: "\(en)until \(last)")
    case .refused:
      return BilingualText(
        zh: "\(zh)批准时期限已经届满，不计入",
        en: "\(en)when the term had already ended: it does not count")
    }
  }

  static func stop(
    from first: CivilDate, through last: CivilDate?, _ ends: DeadlineClock.Stop.Ends
  ) -> BilingualText {
    let days = BilingualText(
      zh: last.map { "\(first) 至 \($0)" } ?? "\(first) 起，终止日未载明",
      en: last.map { "\(first) – \($0)" } ?? "from \(first), its end is not on file")
    let count =
      switch ends {
      case .last: BilingualText(zh: "首日计入，末日扣除", en: "first day counted, last day not")
      case .both: BilingualText(zh: "首日、末日均扣除", en: "first and last day not counted")
      case .neither: BilingualText(zh: "首日、末日均计入", en: "first and last day counted")
      }
    return BilingualText(zh: "\(days.zh)，\(count.zh)", en: "\(days.en), \(count.en)")
  }

  static func span(_ reason: DaySpan.Reason, inWorkdays: Bool) -> BilingualText {
    switch reason {
    case .counted:
      inWorkdays
        ? BilingualText(zh: "工作日", en: "working days") : BilingualText(zh: "日历日", en: "days")
    case .makeUpDay(let occasion):
      BilingualText(
        zh: "调休上班" + (occasion.map { "（\($0.zh)）" } ?? ""),
        en: "make-up day" + (occasion.map { " (\($0.en))" } ?? ""))
    case .stopped: BilingualText(zh: "扣除期间", en: "stopped")
    case .weekend: BilingualText(zh: "周末", en: "weekend")
    case .holiday(let occasion):
      BilingualText(zh: occasion?.zh ?? "节假日", en: occasion?.en ?? "holiday")
    case .rolled: BilingualText(zh: "遇休息日顺延", en: "runs on to a working day")
    }
  }

  static func isCounted(_ counts: Bool) -> BilingualText {
    counts
      ? BilingualText(zh: "计入", en: "counted") : BilingualText(zh: "不计", en: "not counted")
  }

  static func running(_ count: Int) -> BilingualText {
    BilingualText(zh: "累计 \(count)", en: "\(count) so far")
  }

  static let lastDay = BilingualText(zh: "届满", en: "Last day")
  static let beforeRolling = BilingualText(zh: "顺延前", en: "before rolling")
  static let openEnded = BilingualText(
    zh: "有扣除期间未载明终止日，届满日还可能更晚",
    en: "a stop without an end on file may put it off further")
}
