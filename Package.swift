// swift-tools-version: 6.2
import PackageDescription

// The layers of ARCHITECTURE.md, lowest first. A target imports only from lower layers; this file
// alone draws the arrows, and `make check` proves that no source draws another.

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

func layer(_ name: String, on dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// - Parameter exclude: Folders of fixtures and goldens, which the tests read by their path.
func tests(
  _ name: String, on dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["TestSupport"], exclude: exclude,
    swiftSettings: settings)
}

/// A target of C around a library of the system.
func shim(_ name: String, linking library: String) -> Target {
  .target(name: name, linkerSettings: [.linkedLibrary(library)])
}

let package = Package(
  name: "pingcha",
  products: [
    .executable(name: "pingcha", targets: ["pingcha"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    // 0 ground
    .systemLibrary(
      name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    shim("CLineEditor", linking: "edit"),
    .systemLibrary(
      name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    layer("SourceText", on: []),
    layer("WorkCalendar", on: []),
    // 1 formats
    layer("YAML", on: ["CLibYAML", "SourceText"]),
    layer("CEL", on: ["SourceText", "WorkCalendar"]),
    // 2 domain
    layer(
      "CaseRecords",
      on: [
        "SourceText", "WorkCalendar", "YAML", "CEL",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    layer("Findings", on: ["SourceText", "WorkCalendar"]),
    layer("Project", on: ["SourceText", "WorkCalendar", "YAML", "Findings"]),
    // 3 rules
    layer(
      "RuleCompiler",
      on: ["SourceText", "WorkCalendar", "YAML", "CEL", "CaseRecords", "Findings"]),
    // 4 review
    layer(
      "RuleEvaluator",
      on: [
        "SourceText", "WorkCalendar", "CEL", "CaseRecords", "Findings", "RuleCompiler", "YAML",
      ]),
    layer(
      "RuleProof",
      on: [
        "SourceText", "WorkCalendar", "YAML", "CEL", "CaseRecords", "Findings", "RuleCompiler",
        "RuleEvaluator",
      ]),
    layer(
      "RuleLint",
      on: [
        "SourceText", "WorkCalendar", "YAML", "CEL", "CaseRecords", "Findings", "Project",
        "RuleCompiler",
      ]),
    layer("Reports", on: ["SourceText", "WorkCalendar", "Findings"]),
    layer(
      "OfficeFiles",
      on: [
        "CXLSXWriter", "CZip", "SourceText", "WorkCalendar", "Findings", "Reports",
        .product(name: "Mustache", package: "swift-mustache"),
      ]),
    // 5 entry
    .executableTarget(
      name: "pingcha",
      dependencies: [
        "SourceText", "WorkCalendar", "YAML", "CEL", "CaseRecords", "Findings", "Project",
        "RuleCompiler", "RuleEvaluator", "RuleProof", "RuleLint", "Reports", "OfficeFiles",
        "CLineEditor",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    .target(
      name: "TestSupport", dependencies: ["SourceText"], path: "Tests/TestSupport",
      swiftSettings: settings),
    .target(name: "CTestSupport", path: "Tests/CTestSupport"),
    tests("SourceTextTests", on: ["SourceText"]),
    tests("WorkCalendarTests", on: ["WorkCalendar"], exclude: ["Fixtures"]),
    tests("YAMLTests", on: ["YAML", "SourceText"], exclude: ["Goldens"]),
    tests(
      "CELTests", on: ["CEL", "YAML", "SourceText", "WorkCalendar", "CTestSupport"],
      exclude: ["Refusals/Goldens"]),
    tests(
      "CaseRecordsTests",
      on: ["CaseRecords", "YAML", "CEL", "SourceText", "WorkCalendar"]),
    tests("ProjectTests", on: ["Project", "Findings", "SourceText", "WorkCalendar"]),
    tests(
      "RuleCompilerTests",
      on: [
        "RuleCompiler", "CaseRecords", "Findings", "YAML", "CEL", "SourceText", "WorkCalendar",
      ], exclude: ["Refusals/Goldens"]),
    tests(
      "RuleEvaluatorTests",
      on: [
        "RuleEvaluator", "RuleCompiler", "CaseRecords", "Findings", "YAML", "CEL", "SourceText",
        "WorkCalendar",
      ]),
    tests(
      "RuleProofTests",
      on: [
        "RuleProof", "RuleEvaluator", "RuleCompiler", "CaseRecords", "Findings", "YAML", "CEL",
        "SourceText", "WorkCalendar",
      ]),
    tests(
      "RuleLintTests",
      on: [
        "RuleLint", "RuleProof", "RuleCompiler", "Findings", "Project", "YAML", "SourceText",
        "WorkCalendar",
      ]),
    tests(
      "ReportsTests", on: ["Reports", "Findings", "SourceText", "WorkCalendar"],
      exclude: ["Fixtures", "Goldens", "Audit/Goldens"]),
    tests(
      "OfficeFilesTests",
      on: ["OfficeFiles", "Reports", "Findings", "SourceText", "WorkCalendar"],
      exclude: ["Goldens"]),
    tests(
      "pingchaTests",
      on: [
        "pingcha", "RuleProof", "RuleLint", "RuleEvaluator", "RuleCompiler", "Project",
        "CaseRecords", "Findings", "YAML", "Reports", "CEL", "SourceText", "WorkCalendar",
        "CTestSupport",
      ]),
  ]
)
