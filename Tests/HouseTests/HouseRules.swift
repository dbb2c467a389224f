import Testing

/// Where things may stand. Each rule is one that a reader relies on without looking.
@Suite struct HouseRules {
    @Test func sqlStandsInStoresAndSchemasAlone() {
        let statement = /\b(SELECT .+ FROM|INSERT INTO|UPDATE .+ SET|DELETE FROM|CREATE TABLE)\b/
        let isStore = { (file: Sources.File) in
            ["Store", "Schema", "Storage", "Outbox", "SampleSignatures", "Mailbox"].contains { file.name.contains($0) }
                || file.room == "Storage"
        }
        for file in Sources.swift where !isStore(file) {
            #expect(file.text.firstMatch(of: statement) == nil, "SQL in \(file.path)")
        }
    }

    @Test func rawMarkupComesThroughFewDoors() {
        let doors = Sources.swift.filter { $0.text.contains("HTML(trusted:") }.map(\.path)
        let known: Set = [
            "HTML/HTML.swift", "Mail/Message/Styled.swift", "Mail/Message/MailPage.swift", "App/Operations/OperationsHandlers.swift",
        ]
        for door in doors { #expect(known.contains(door), "\(door) opens a door for raw markup: look at it, then name it here") }
    }

    @Test func pagesNameNoAddresses() {
        let literal = /(href|src|action|formaction)=\\?"\/[a-z{]/
        for file in Sources.swift where file.room != "HTML" {
            #expect(file.text.firstMatch(of: literal) == nil, "a path literal in \(file.path): print a route")
            #expect(!file.text.contains("javascript:") || file.room == "HTML" || file.room == "Text", "\(file.path)")
        }
    }

    @Test func onlyTheCompositionRootImportsFeatures() {
        let foundation: Set = [
            "Time", "Secrets", "HTML", "Text", "Geography", "CSV", "Storage", "Backup", "Jobs", "Graph", "Mail", "Web", "Design",
            "Files", "Site", "People", "Moderation", "Translations", "Imports", "Mailings", "Organisations",
        ]
        let root: Set = ["App", "socle"]
        let features = Set(Sources.swift.map(\.room)).subtracting(foundation).subtracting(root)
        #expect(features.contains("Campaigns"))
        for file in Sources.swift where !root.contains(file.room) {
            for feature in features where feature != file.room {
                #expect(!file.text.contains("import \(feature)\n"), "\(file.path) imports \(feature)")
            }
        }
    }

    @Test func theGroundKnowsNothingOfTheField() {
        let ground: Set = [
            "Time", "Secrets", "HTML", "Text", "Geography", "CSV", "Storage", "Backup", "Jobs", "Graph", "Mail", "Web", "Files",
        ]
        let above = [
            "People", "Site", "Moderation", "Translations", "Imports", "Mailings", "Organisations", "Desk", "Campaigns", "App", "Design",
        ]
        for file in Sources.swift where ground.contains(file.room) {
            for room in above { #expect(!file.text.contains("import \(room)\n"), "\(file.path) imports \(room)") }
        }
    }

    @Test func nothingIsForced() {
        for file in Sources.swift {
            for word in ["try!", "as!", "fatalError(", "TODO", "FIXME"] { #expect(!file.text.contains(word), "\(word) in \(file.path)") }
        }
    }

    @Test func noPageAsksAnotherHost() {
        for file in Sources.files(withExtension: "css") + Sources.files(withExtension: "js") {
            #expect(file.text.firstMatch(of: /https?:\/\//) == nil, "\(file.path)")
            #expect(!file.text.contains("@import"), "\(file.path)")
        }
    }
}
