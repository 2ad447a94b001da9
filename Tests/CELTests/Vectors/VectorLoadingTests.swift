import Foundation
import Testing

@Suite struct VectorLoadingTests {
  @Test(.enabled(if: Vectors.isPresent)) func `every vector of every file is understood`() throws {
    let files = try Vectors.files()
    #expect(files.count == 25)
    let vectors = files.flatMap(\.vectors)
    #expect(vectors.count == 1_307)
  }

  @Test(
    "an unknown key or form is a fault, never a skip",
    arguments: [
      #"{"name": "a", "expr": "1", "expect": {"int": "1"}, "flavour": true}"#,
      #"{"name": "a", "expr": "1", "expect": {"int": 1}}"#,
      #"{"name": "a", "expr": "1", "expect": {"decimal": "1"}}"#,
      #"{"name": "a", "expr": "1", "expect": {"int": "1", "uint": "1"}}"#,
      #"{"name": "a", "expr": "1", "expect_type": "float"}"#,
      #"{"name": "a", "expr": "1", "expect_type": {"set": "int"}}"#,
      #"{"name": "a", "expr": "1", "expect": {"int": "1"}, "expect_error": ["x"]}"#,
      #"{"name": "a", "expr": "1"}"#,
      #"{"name": "a", "expr": "x", "env": [{"name": "x", "kind": "int"}], "expect": {"int": "1"}}"#,
      #"{"name": "a", "expr": "x", "bindings": {"x": 1}, "expect": {"int": "1"}}"#,
    ])
  func faults(vector: String) {
    #expect(throws: VectorFault.self) {
      try VectorFile(name: "made-up", data: Data("[\(vector)]".utf8))
    }
  }

  @Test func `every part of a vector is read`() throws {
    let text = #"""
      [{"name": "f/s/t", "expr": "f(x)", "description": "why", "container": "a.b",
        "disable_macros": true, "disable_check": true,
        "env": [{"name": "x", "type": {"map": ["string", {"list": "dyn"}]}},
          {"name": "f", "overloads": [{"id": "f_T", "params": [{"param": "T"}],
            "result": {"abstract": ["optional_type", {"param": "T"}]}, "member": true}]}],
        "bindings": {"x": {"map": [[{"string": "k"}, {"list": [{"double": "-Infinity"}]}]]},
          "y": {"unknown": true}, "z": {"error": ["bad"]}},
        "expect": {"timestamp": {"seconds": "-1", "nanos": 5}}}]
      """#
    let vector = try #require(try VectorFile(name: "made-up", data: Data(text.utf8)).vectors.first)
    #expect(vector.container == "a.b")
    #expect(vector.disablesMacros && vector.disablesCheck && !vector.checksOnly)
    #expect(vector.variables.map(\.type) == [.map(.basic(.string), .list(.basic(.dyn)))])
    let overload = try #require(vector.functions.first?.overloads.first)
    #expect(overload.result == .abstract("optional_type", [.parameter("T")]))
    #expect(overload.isMember)
    #expect(vector.bindings.count == 3)
    guard case .value(.timestamp(seconds: -1, nanoseconds: 5)) = vector.outcome else {
      Issue.record("not the timestamp: \(String(describing: vector.outcome))")
      return
    }
  }
}
