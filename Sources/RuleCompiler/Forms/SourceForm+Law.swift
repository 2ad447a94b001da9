package import SourceText

// The forms of instruments, parameters and definitions.

extension SourceForm {
  package static let instrument = SourceForm(
    "instrument", .instrument,
    [
      .must(
        "id", .text, zh: "编号；不改名。", en: "The name under which `cites` speaks of it; never renamed."),
      .must("name", .form(name), zh: "全称。", en: "The full title."),
      .may("number", .textOrNull, zh: "文号。", en: "The document number."),
      .may("issuer", .text, zh: "制定机关。", en: "Who issued it."),
      .must(
        "from", .day, zh: "施行首日；无来源则为 null。",
        en: "The first day in force; null where no source tells."),
      .may("until", .day, zh: "施行末日。", en: "The last day in force."),
      .may(
        "replaced_by", .textOrNull, zh: "取代它的文件编号。", en: "The id of the text that took its place."),
      .may(
        "sectors", .oneOrMany(.text), zh: "只约束这些领域。",
        en: "The only sectors whose agencies it binds."),
      .may("regions", .oneOrMany(.text), zh: "只在这些地区有效。", en: "The only regions that it holds in."),
      .may(
        "articles", .list(.form(article)), zh: "条文文字的变动。",
        en: "When the wording of articles changed."),
      .may(
        "lists_every_change", .flag, zh: "上面列全了所有变动。",
        en: "Every change is listed: an article that is not did not change."),
      .may(
        "working_days", .either(.list(.count), .form(workingDays)),
        zh: "以工作日计的期限长短：列表，或 up_to。",
        en: "Which of its terms in days are working days: their lengths, or `up_to`."),
      .may(
        "source", .text, zh: "出处；是网址时规则网页链接到它。",
        en: "Where it was read; pages of rules link to it where it is an address."),
      .may("note", .text, zh: "备注。", en: "A note for the reader of the file."),
    ])

  static let workingDays = SourceForm(
    "workingDays", .instrument,
    [.must("up_to", .count, zh: "不超过此日数的。", en: "Terms of at most so many days.")])

  static let article = SourceForm(
    "article", .article,
    [
      .must("article", .text, zh: "条。", en: "The article."),
      .must("changed_on", .oneOrMany(.day), zh: "新文字施行之日。", en: "The first days of new wordings."),
    ])

  package static let parameter = SourceForm(
    "parameter", .parameter,
    [
      .may("label", .form(label), zh: "名目。", en: "What a person calls it."),
      .may("unit", .text, zh: "单位。", en: "Its unit."),
      .may("meaning", .text, zh: "含义。", en: "What it stands for."),
      .must(
        "type", .word(ParameterType.names + ParameterType.names.map { "list:\($0)" }), zh: "类型。",
        en: "The type of its values."),
      .may(
        "fields", .list(.form(parameterField)), zh: "record 的字段。", en: "The fields of a record."),
      .must(
        "order", .oneOrMany(.word(ParameterKey.self)), zh: "取值取决于什么，前者优先。",
        en: "What the value depends on; the first in which two differ decides."),
      .may(
        "combine", .word(ParameterSource.Combination.self), zh: "多个取值都适合时取最小或最大的。",
        en: "Of several values that fit, the least or the greatest."),
      .must("values", .list(.form(parameterValue)), zh: "取值。", en: "The values."),
    ])

  static let parameterField = SourceForm(
    "parameterField", .parameterField,
    [
      .must("name", .identifier, zh: "字段名。", en: "The name of the field."),
      .must(
        "type",
        .word(ParameterType.names.filter { $0 != "record" }.flatMap { [$0, "list:\($0)"] }),
        zh: "类型。", en: "Its type."),
      .may("label", .form(label), zh: "名目。", en: "What a person calls it."),
    ])

  static let parameterValue = SourceForm(
    "parameterValue", .parameterValue,
    [
      .may("law", .text, zh: "依哪个法律文件处理。", en: "The text under which a case is decided."),
      .may("region", .region, zh: "地区代码的开头。", en: "The beginning of the code of the region."),
      .may("sector", .text, zh: "领域。", en: "The sector."),
      .may("party", .text, zh: "当事人类型。", en: "The kind of party."),
      .may("from", .day, zh: "首日。", en: "The first day."),
      .may("until", .day, zh: "末日。", en: "The last day."),
      .must(
        "value", .any, zh: "取值；null 表示法律没有规定。", en: "The value; null says that the law sets none."),
      .must("source", .text, zh: "来源。", en: "Where it stands."),
      .may("cites", .list(.form(citation)), zh: "条文。", en: "The provisions."),
      .must(
        "confidence", .text, zh: "verified：核对过原文；其他值不作为不合格的依据。",
        en: "`verified`: the text was read; anything else makes signals of violations."),
      .may("note", .text, zh: "备注。", en: "A note."),
    ])

  package static let definitions = SourceForm(
    "definitions", .definitions,
    [
      .must(
        "define", .named(.form(definition)), zh: "由其他事实得出的事实。",
        en: "Facts that follow from others.")
    ])

  static let definition = SourceForm(
    "definition", .definition,
    [
      .may("args", .named(.text), zh: "参数及其类型。", en: "Names and types of arguments."),
      .must("type", .text, zh: "类型。", en: "Its type, as in a record schema."),
      .must("is", .expression, zh: "表达式。", en: "What it is."),
      .may("label", .form(label), zh: "名目。", en: "What a person calls it."),
      .may(
        "meaning", .text, zh: "含义及所作的选择。", en: "What it stands for, with the choices that it makes."
      ),
    ])

  static let name = bilingual("name", .name)
  static let label = bilingual("label", .label)
}
