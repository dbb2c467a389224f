// swift-tools-version: 6.2
import PackageDescription

/// The settings of every target of ours: strict imports and existential types, warnings as errors.
let house: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

/// On Linux a release holds Swift's own libraries: a tenth faster, and it runs where Swift is not installed. The order of the names matters.
let selfContained: [LinkerSetting] =
    [.unsafeFlags(["-static-stdlib"], .when(platforms: [.linux], configuration: .release))]
    + ["CoreFoundation", "_FoundationICU", "_FoundationCShims", "_FoundationCollections"].map {
        .linkedLibrary($0, .when(platforms: [.linux], configuration: .release))
    }

/// A room of Socle: one folder under `Sources/`, which may only import what is listed here.
func room(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource]? = nil) -> Target {
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: house)
}

/// The tests of a room. `Harness` gives them databases on both engines, a fixed clock and a browser without JavaScript.
func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: "\(name)Tests", dependencies: dependencies, swiftSettings: house)
}

let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let metrics = Target.Dependency.product(name: "Metrics", package: "swift-metrics")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")

let webRoom: [Target.Dependency] = [
    "CBrotli", "CZlib", "HTML", "Secrets", "Text", "Time", hummingbirdCore, lifecycle, logging, metrics,
    .product(name: "HTTPTypes", package: "swift-http-types"), .product(name: "NIOCore", package: "swift-nio"),
    .product(name: "NIOHTTP1", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
    .product(name: "CoreMetrics", package: "swift-metrics"), .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
    .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
]

let package = Package(
    name: "socle",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0", traits: ["YAML"]),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // Ground: knows nothing of the field.
        room("Time"),
        room("Secrets", ["Time", crypto, cryptoExtras]),
        room("HTML", ["Time"]),
        room("Text", ["HTML", "Time"]),
        room("Geography", ["Text"]),
        room("CSV"),
        room("Storage", ["Time", "CPostgres", .product(name: "GRDB", package: "GRDB.swift")]),
        room("Backup", ["CZlib", "Storage", "Time", crypto]),
        room("Jobs", ["Storage", "Time", lifecycle, logging]),
        room("Graph", ["Storage", "Text", "Time"]),
        room(
            "Mail", ["CCurl", "HTML", "Secrets", "Storage", "Text", "Time", lifecycle, logging], resources: [.copy("Mail.xcstrings")]),
        room("Web", webRoom, resources: [.copy("Web.xcstrings")]),
        room("Files", ["Secrets", "Storage", "Time", "Web"]),
        room("Design", ["CQREncode", "HTML", "Text", "Web"], resources: [.copy("Design.xcstrings"), .copy("Assets")]),

        // Shared nouns: every feature may build on them.
        room("Site", ["Design", "Files", "HTML", "Storage", "Text", "Time", "Web"], resources: [.copy("Site.xcstrings"), .copy("Pages")]),
        room(
            "People", ["Design", "HTML", "Jobs", "Mail", "Secrets", "Site", "Storage", "Text", "Time", "Web"],
            resources: [.copy("People.xcstrings")]),
        room(
            "Moderation", ["Design", "HTML", "Mail", "People", "Storage", "Text", "Time", "Web"], resources: [.copy("Moderation.xcstrings")]
        ),
        room(
            "Imports", ["CSV", "Design", "HTML", "Jobs", "Moderation", "People", "Secrets", "Storage", "Text", "Time", "Web", logging],
            resources: [.copy("Imports.xcstrings")]),
        room(
            "Mailings",
            [
                "Design", "Geography", "HTML", "Jobs", "Mail", "Moderation", "People", "Secrets", "Site", "Storage", "Text", "Time", "Web",
                lifecycle, logging,
            ], resources: [.copy("Mailings.xcstrings")]),
        room(
            "Translations", ["Design", "HTML", "Moderation", "People", "Secrets", "Site", "Storage", "Text", "Time", "Web"],
            resources: [.copy("Translations.xcstrings")]),
        room(
            "Organisations",
            [
                "CSV", "Design", "Geography", "Graph", "HTML", "Imports", "Jobs", "Mail", "Mailings", "Moderation", "People", "Secrets",
                "Site", "Storage", "Text", "Time", "Web",
            ], resources: [.copy("Organisations.xcstrings")]),

        // Features: never import each other.
        room(
            "Desk", ["Design", "HTML", "Jobs", "Mail", "Moderation", "People", "Site", "Storage", "Text", "Time", "Translations", "Web"],
            resources: [.copy("Desk.xcstrings")]),
        room(
            "Campaigns",
            [
                "Design", "Files", "Geography", "Graph", "HTML", "Imports", "Jobs", "Mail", "Mailings", "Moderation", "Organisations",
                "People", "Secrets", "Site", "Storage", "Text", "Time", "Translations",
                "Web", lifecycle, logging,
            ], resources: [.copy("Campaigns.xcstrings")]),

        // The composition root and the program.
        room(
            "App",
            [
                "Backup", "CSV", "Campaigns", "Design", "Desk", "Files", "Geography", "Graph", "HTML", "Imports", "Jobs", "Mail",
                "Mailings", "Moderation", "Organisations", "People", "Secrets", "Site", "Storage", "Text", "Time", "Translations", "Web",
                lifecycle, logging, metrics,
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
                .product(name: "Configuration", package: "swift-configuration"),
            ], resources: [.copy("App.xcstrings"), .copy("Demo")]),
        .executableTarget(
            name: "socle",
            dependencies: [
                "App", "Backup", "Mail", "People", "Secrets", "Site", "Storage", "Time", logging,
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], swiftSettings: house, linkerSettings: selfContained),

        // Tests, a room each; stories through the whole; rules of the house.
        .target(name: "Harness", dependencies: ["Storage", "Time"], path: "Tests/Harness", swiftSettings: house),
        tests("Secrets", ["Secrets", "Time"]),
        tests("Time", ["Time"]),
        tests("HTML", ["HTML", "Time"]),
        tests("Text", ["HTML", "Text", "Time"]),
        tests("Geography", ["Geography", "Text"]),
        tests("CSV", ["CSV"]),
        tests("Storage", ["Harness", "Storage", "Time"]),
        tests("Backup", ["Backup", "Harness", "Storage", "Time"]),
        tests("Jobs", ["Harness", "Jobs", "Storage", "Time", logging]),
        tests("Graph", ["Graph", "Harness", "Storage", "Text"]),
        tests("Mail", ["Harness", "HTML", "Mail", "Secrets", "Storage", "Text", "Time", lifecycle, logging]),
        tests("Web", webRoom + ["Web"]),
        tests("Files", ["Files", "Harness", "Storage", "Time", "Web"]),
        tests("Imports", ["Harness", "Imports", "People", "Storage", "Text", "Time", "Web"]),
        tests("People", ["Harness", "People", "Secrets", "Storage", "Text", "Time"]),
        tests("Moderation", ["Harness", "Moderation", "People", "Secrets", "Storage", "Text", "Time"]),
        tests("Site", ["Design", "Harness", "Site", "Storage", "Text"]),
        tests("Translations", ["HTML", "Harness", "People", "Secrets", "Storage", "Text", "Time", "Translations"]),
        tests(
            "Organisations",
            ["Geography", "Graph", "Harness", "HTML", "Mail", "Organisations", "People", "Secrets", "Storage", "Text", "Time", "Web"]),
        tests(
            "Mailings",
            [
                "Harness", "HTML", "Mail", "Mailings", "Moderation", "People", "Secrets", "Site", "Storage", "Text", "Time", logging,
            ]),
        tests(
            "Campaigns",
            ["Campaigns", "Graph", "Harness", "Mail", "Organisations", "People", "Secrets", "Storage", "Text", "Time", logging]),
        tests(
            "Story",
            [
                "App", "Backup", "Campaigns", "Geography", "Graph", "Harness", "HTML", "Jobs", "Mail", "Mailings", "Organisations",
                "People", "Secrets", "Site", "Storage", "Text",
                "Time", "Web", logging,
            ]),
        tests("App", ["App", "Design", "HTML", "Storage", "Web"]),
        tests("House", ["App", "Backup", "Harness", "Storage", "Text"]),

        // Libraries of the system.
        .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"]), .brew(["libpq"])]),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"]), .brew(["curl"])]),
        .systemLibrary(name: "CBrotli", pkgConfig: "libbrotlienc", providers: [.apt(["libbrotli-dev"]), .brew(["brotli"])]),
        .systemLibrary(name: "CQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"]), .brew(["qrencode"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    ]
)
