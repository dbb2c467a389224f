import Foundation
import Testing
import Text

@Suite struct ResourceFolderTests {
    let folder: CatalogueFolder

    init() throws {
        folder = try CatalogueFolder()
    }

    @Test("Resources lie beside the program, also if it is reached by a link")
    func besideProgram() throws {
        let program = try folder.raw("#!", name: "opt/socle")
        let file = try folder.raw("css", name: "opt/socle_Web.resources/socle.css")
        let link = folder.url.appending(path: "socle")
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: program)
        for start in [program, link] {
            let found = try ResourceFolder(environment: nil, program: start).file("socle.css", of: "Web")
            #expect(found.resolvingSymlinksInPath().path == file.resolvingSymlinksInPath().path)
        }
    }

    @Test("SOCLE_RESOURCES comes first, unless it is empty")
    func environment() throws {
        let program = try folder.raw("#!", name: "opt/socle")
        _ = try folder.raw("css", name: "share/socle_Web.resources/socle.css")
        let share = folder.url.appending(path: "share").path
        #expect(try ResourceFolder(environment: share, program: program).file("socle.css", of: "Web").path.hasPrefix(share))
        #expect(try ResourceFolder(environment: "", program: program).url.lastPathComponent == "opt")
    }

    @Test("What is missing is named")
    func missing() throws {
        let path = folder.url.appending(path: "none").path
        let noFolder = #expect(throws: ResourceError.self) { try ResourceFolder(environment: path, program: folder.url) }
        #expect(noFolder?.description.contains("SOCLE_RESOURCES") == true)
        let resources = try ResourceFolder(environment: folder.url.path, program: folder.url)
        let noFile = #expect(throws: ResourceError.self) { try resources.file("socle.css", of: "Web") }
        #expect(noFile?.description.contains("socle.css of Web is missing") == true)
    }

    @Test("Files are found by extension in the program's own targets, sorted, at any depth")
    func byExtension() throws {
        for name in [
            "socle_B.resources/B.xcstrings", "socle_A.resources/deep/A.xcstrings", "socle_A.resources/A.css",
            "socle_ATests.resources/T.xcstrings",
            "other_A.resources/O.xcstrings", "C.xcstrings",
        ] { _ = try folder.raw("", name: name) }
        let resources = try ResourceFolder(environment: folder.url.path, program: folder.url)
        #expect(try resources.files(withExtension: "xcstrings").map(\.lastPathComponent) == ["A.xcstrings", "B.xcstrings"])
        #expect(try resources.files(withExtension: "png").isEmpty)
    }
}
