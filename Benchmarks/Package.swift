// swift-tools-version: 6.2
import PackageDescription

// What `make bench` builds, against the library as a lesson has it. A package
// of its own, so that nobody who uses the library builds it.

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let unrolled: Target.Dependency = .product(
  name: "Unrolled", package: "Unrolled")

let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "Unrolled", path: "..")],
  targets: [
    .target(name: "Peak"),
    .target(name: "Workloads", swiftSettings: settings),
    .executableTarget(
      name: "ours", dependencies: ["Peak", "Workloads", unrolled],
      path: "Sources/Ours", swiftSettings: settings),
    .executableTarget(
      name: "questions", dependencies: ["Peak", unrolled],
      path: "Sources/Questions", swiftSettings: settings),
    .executableTarget(
      name: "bench", dependencies: ["Workloads"],
      path: "Sources/Bench", swiftSettings: settings),
  ]
)
