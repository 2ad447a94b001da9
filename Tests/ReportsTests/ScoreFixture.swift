import Findings
import SourceText

/// A made-up sheet, and scores that show one of everything.
enum ScoreFixture {
  static func text(_ zh: String, _ en: String) -> BilingualText { BilingualText(zh: zh, en: en) }

  static let sheet: ScoreSheet = {
    var sheet = ScoreSheet(id: "sample", name: text("样表", "Sample sheet"))
    sheet.number = "样发〔2024〕1号"
    sheet.issued = Fixture.day("2024-05-31")
    sheet.confidence = "partial-repost"
    sheet.source = text("转载片段", "Parts of a repost")
    sheet.note = text("只见到一部分。", "Only part of it was seen.")
    sheet.formula = text("百分制，扣完为止。", "Out of a hundred, never below zero.")
    sheet.scale = Points(90)
    sheet.unseen = Points(10)
    sheet.vetoGrade = "fail"
    sheet.vetoInAverage = .zero
    sheet.grades = [
      .init(id: "excellent", name: text("优秀", "excellent"), min: Points(80)),
      .init(id: "fail", name: text("不合格", "fail"), min: .zero),
    ]
    sheet.gradesAreStated = false
    return sheet
  }()

  static let late: CaseScore = {
    var score = CaseScore(office: "某县市场监督管理局", scope: .applies)
    score.total = PointRange(Points(hundredths: 6150), Points(hundredths: 7450))
    score.totalBeforeVeto = score.total
    score.inPlay = Points(40)
    score.lost = PointRange(Points(4), Points(10))
    score.bestGrade = sheet.grades[1]
    score.worstGrade = sheet.grades[1]
    score.vetoes = [
      veto("v1", "应当审核未审核", "Not reviewed", .broken, [Fixture.reviewMissing]),
      veto(
        "v2", "未告知", "Not told", .open,
        [Fixture.reviewUndetermined("rank", ["legal_review.reviewer_role"])]),
      veto("v3", "超过时效", "Time-barred", .clear, []),
      veto("v4", "一事二罚", "Fined twice", .notInvolved, []),
      veto("v5", "定性不准", "Called by the wrong name", .judgement, [Fixture.licence]),
    ]
    score.items = [
      item("i1", "立案", "Filing", 8, .clear, .none),
      item(
        "i2", "公示", "Publicity", 4, .broken, PointRange(Points(4)),
        losses: [
          loss("逾期公开", "Published late", PointRange(Points(3)), [Fixture.published]),
          loss("未经核对", "Not checked", PointRange(Points(2)), [Fixture.published]),
        ]),
      item(
        "i3", "送达", "Service", 6, .open, PointRange(.zero, Points(6)),
        losses: [
          loss("逾期", "Late", PointRange(.zero, Points(3)), [Fixture.served]),
          loss(
            "回证不全", "No proof", PointRange(.zero, Points(3)), [],
            missing: ["penalty.service.receipt-signed"]),
        ], unseen: [text("送达地址确认书", "The confirmation of the address")]),
      item("i4", "听证", "Hearing", 8, .notInvolved, .none),
      item(
        "i5", "文书填写规范", "Papers filled in properly", 22, .judgement, .none,
        raised: [Fixture.licence]),
    ]
    score.deductions = [
      item(
        "d1", "签名日期不全", "Signatures and dates are missing", nil, .broken,
        PointRange(Points(hundredths: 150), Points(hundredths: 250)),
        losses: [
          loss(
            "签名日期不全", "Signatures and dates are missing",
            PointRange(Points(hundredths: 150), Points(hundredths: 250)), [Fixture.reviewMissing])
        ]),
      item("d2", "无空行", "No empty lines", 1, .judgement, .none),
    ]
    score.unlisted = [Fixture.published]
    return score
  }()

  static func simple(
    _ office: String?, _ least: String, _ most: String? = nil, isVetoed: Bool = false
  ) -> CaseScore {
    var score = CaseScore(office: office, scope: .applies)
    let low = Points(least) ?? .zero
    let total = PointRange(low, most.flatMap { Points($0) } ?? low)
    score.total = total
    score.totalBeforeVeto = total
    score.bestGrade = sheet.grade(of: total.most)
    score.worstGrade = sheet.grade(of: total.least)
    if isVetoed {
      score.vetoes = [veto("v1", "应当审核未审核", "Not reviewed", .broken, [])]
    }
    return score
  }

  static let cases: [ScoredCase] = [
    ScoredCase(review: Fixture.late, score: late),
    ScoredCase(review: Fixture.clean, score: simple("某市城管局", "90")),
    ScoredCase(review: Fixture.unreadable, score: nil),
    ScoredCase(review: Fixture.clean, score: nil),
    ScoredCase(
      review: Fixture.clean, score: CaseScore(office: "某市城管局", scope: .doesNotApply)),
    ScoredCase(
      review: Fixture.clean, score: CaseScore(office: "某市城管局", scope: .open(["case.sector"]))),
  ]

  private static func veto(
    _ id: String, _ zh: String, _ en: String, _ standing: CaseScore.Standing,
    _ findings: [Finding]
  ) -> CaseScore.Veto {
    CaseScore.Veto(
      id: id, group: id == "v1" ? text("程序", "procedure") : nil, title: text(zh, en),
      standing: standing, findings: findings, missingRules: [])
  }

  private static func item(
    _ id: String, _ zh: String, _ en: String, _ points: Int?, _ standing: CaseScore.Standing,
    _ lost: PointRange, losses: [CaseScore.Loss] = [], unseen: [BilingualText] = [],
    raised: [Finding] = []
  ) -> CaseScore.Item {
    CaseScore.Item(
      id: id, group: nil, title: text(zh, en), points: points.map { Points($0) },
      standing: standing, lost: lost, losses: losses, unseenLines: unseen, raised: raised)
  }

  private static func loss(
    _ zh: String, _ en: String, _ points: PointRange, _ findings: [Finding],
    missing: [String] = []
  ) -> CaseScore.Loss {
    CaseScore.Loss(
      title: text(zh, en), points: points, findings: findings, missingRules: missing)
  }
}
