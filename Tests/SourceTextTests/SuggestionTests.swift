import SourceText
import TestSupport
import Testing

@Suite struct SuggestionTests {
  private let fields = ["served_on", "made_on", "kind", "amount", "document", "处罚决定", "no"]

  @Test(
    "finds the name that was meant",
    arguments: [
      ("servd_on", "served_on"), ("sevred_on", "served_on"), ("on_made", "made_on"),
      ("Kind", "kind"), ("made-on", "made_on"), ("amuont", "amount"), ("处罚绝定", "处罚决定"),
      ("kinds", "kind"), ("NO", "no"), ("xx", nil), ("x", nil), ("", nil), ("penalty", nil),
      ("kind", nil),
    ] as [(String, String?)])
  func nearest(name: String, expected: String?) {
    #expect(Suggestion.nearest(to: name, among: fields) == expected)
  }

  @Test func `equally near names: the first by bytes, in any order`() {
    #expect(Suggestion.nearest(to: "caxe", among: ["cave", "case", "cafe"]) == "cafe")
    #expect(Suggestion.nearest(to: "caxe", among: ["cafe", "case", "cave"]) == "cafe")
  }
}
