import Storage
import Testing

@Suite struct LocationTests {
    @Test func addressesOfBothEnginesAreRead() throws {
        #expect(try Location(parsing: "sqlite:/var/lib/socle/socle.sqlite") == .sqlite(path: "/var/lib/socle/socle.sqlite"))
        #expect(try Location(parsing: "sqlite:socle.sqlite") == .sqlite(path: "socle.sqlite"))
        #expect(try Location(parsing: "postgres://u@h/n") == .postgres(address: "postgres://u@h/n"))
        #expect(try Location(parsing: "postgresql://u@h/n").engine == .postgres)
    }

    @Test(arguments: ["", "sqlite:", "sqlite::memory:", "mysql://h/n", "/var/lib/socle.sqlite"])
    func anythingElseIsRefused(text: String) {
        #expect(throws: StorageError.self) { try Location(parsing: text) }
    }

    @Test func aPasswordIsNeverPrinted() throws {
        #expect(!"\(try Location(parsing: "postgres://u:s3cret@h/n"))".contains("s3cret"))
    }

    @Test func aServerThatIsNotThereIsAClearError() async {
        let error = await #expect(throws: StorageError.self) {
            try await Database.open(.postgres(address: "postgres://nobody@127.0.0.1:1/none"))
        }
        guard case .connectionLost = error else {
            Issue.record("\(String(describing: error)) is not a lost connection")
            return
        }
    }

    @Test func aFolderThatIsNotThereIsAClearError() async {
        await #expect(throws: StorageError.self) { try await Database.open(.sqlite(path: "/nonexistent/folder/socle.sqlite")) }
    }
}
