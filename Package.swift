// swift-tools-version: 6.2
import PackageDescription

// The house. An arrow in DESIGN terms is a dependency here, and a test holds
// every `import` line of Sources against this table.
//
// The library has no dependencies. Only the engine and the site have, so
// `UNROLLED_LIBRARY_ONLY=1` describes the library alone: lessons link against
// that, and `make test` proves the gradients with it in Double, without
// building a Swift parser twice.
let libraryOnly = Context.environment["UNROLLED_LIBRARY_ONLY"] != nil

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("MemberImportVisibility"),
]

func room(_ name: String, _ needs: Target.Dependency...) -> Target {
  .target(name: name, dependencies: needs, swiftSettings: settings)
}

func tests(
  _ name: String, _ needs: Target.Dependency..., resources: [Resource] = []
) -> Target {
  .testTarget(
    name: name, dependencies: needs, resources: resources,
    swiftSettings: settings)
}

let library: [Target] = [
  .target(name: "CShims"),
  room("Tensors", "CShims"),
  room("RNN", "Tensors"),
  room("RNNFiles", "RNN", "Tensors"),
  room("Frames"),
  room("LessonRuntime", "Frames", "CShims"),
  room("Figures", "Tensors", "LessonRuntime"),
  tests("TensorsTests", "Tensors"),
  tests("RNNTests", "RNN", "Tensors", resources: [.copy("Golden")]),
  tests(
    "RNNFilesTests", "RNNFiles", "RNN", "Tensors",
    resources: [.copy("Golden")]),
  tests("FramesTests", "Frames"),
  tests("LessonRuntimeTests", "LessonRuntime", "Frames"),
  tests("FiguresTests", "Figures", "Tensors", "LessonRuntime"),
]

let engine: [Target] = [
  .systemLibrary(
    name: "CCMarkGFM", pkgConfig: "libcmark-gfm",
    providers: [
      .apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]),
      .brew(["cmark-gfm"]),
    ]),
  room("CommonMark", "CCMarkGFM"),
  room(
    "Literate", "CommonMark", "Frames",
    .product(name: "SwiftSyntax", package: "swift-syntax"),
    .product(name: "SwiftParser", package: "swift-syntax"),
    .product(name: "SwiftDiagnostics", package: "swift-syntax"),
    .product(name: "SwiftParserDiagnostics", package: "swift-syntax"),
    .product(name: "SwiftIDEUtils", package: "swift-syntax"),
    .product(name: "Yams", package: "Yams")),
  room(
    "Publishing", "Literate", "CommonMark",
    .product(name: "Mustache", package: "swift-mustache")),
  .executableTarget(
    name: "unrolled",
    dependencies: [
      "Literate", "Publishing",
      .product(name: "ArgumentParser", package: "swift-argument-parser"),
    ], swiftSettings: settings),
  tests("CommonMarkTests", "CommonMark"),
  tests("LiterateTests", "Literate", "CommonMark", "Frames"),
  tests(
    "PublishingTests", "Publishing", "Literate", "CommonMark", "Figures", "RNN",
    "Tensors"),
  tests("unrolledTests", "unrolled"),
  tests("HouseTests", "Literate", "Frames"),
]

let package = Package(
  name: "Unrolled",
  platforms: [.macOS(.v15)],
  products: [
    // What a lesson's program links against.
    .library(
      name: "Unrolled", type: .static,
      targets: [
        "Tensors", "RNN", "RNNFiles", "Frames", "LessonRuntime", "Figures",
      ]),
    // The part of it that lessons of other packages need.
    .library(name: "LessonRuntime", targets: ["Frames", "LessonRuntime"]),
  ]
    + (libraryOnly
      ? [] : [.executable(name: "unrolled", targets: ["unrolled"])]),
  traits: [
    .trait(
      name: "Double",
      description: "Scalars are Double: for gradient checks, not training.")
  ],
  dependencies: libraryOnly
    ? []
    : [
      .package(
        url: "https://github.com/apple/swift-argument-parser",
        from: "1.5.0"),
      .package(
        url: "https://github.com/swiftlang/swift-syntax",
        "602.0.0"..<"604.0.0"),
      .package(
        url: "https://github.com/hummingbird-project/swift-mustache",
        from: "2.0.0"),
      .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
    ],
  targets: libraryOnly ? library : library + engine
)
