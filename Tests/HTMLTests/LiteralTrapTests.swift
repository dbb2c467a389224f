#if DEBUG
    import HTML
    import Testing

    @Suite("A harmful literal stops a debug build")
    struct LiteralTrapTests {
        @Test("Words in an address attribute stop the program, and the message says which and where")
        func wordsInAddress() async {
            let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                let address = "javascript:alert(1)"
                _ = "<p>x</p><a href=\"\(address)\">y</a>" as HTML
            }
            let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
            #expect(message.contains("words in the address attribute href; use URLPath or WebURL"))
            #expect(message.contains("<p>x</p><a href=\""))
        }

        @Test("Every kind of value is checked")
        func everyKind() async {
            await #expect(processExitsWith: .failure) { _ = "<script>\("x")</script>" as HTML }
            await #expect(processExitsWith: .failure) { _ = "<script>\("x".dropFirst())</script>" as HTML }
            await #expect(processExitsWith: .failure) { _ = "<script>\(1)</script>" as HTML }
            await #expect(processExitsWith: .failure) { _ = "<script>\(Int64(1))</script>" as HTML }
            await #expect(processExitsWith: .failure) { _ = "<p title=\"\(HTML.empty)\">" as HTML }
            await #expect(processExitsWith: .failure) { _ = "<p title=\"\(nil as HTML?)\">" as HTML }
            await #expect(processExitsWith: .failure) { _ = "<p title=\"\([HTML.empty])\">" as HTML }
            await #expect(processExitsWith: .failure) { _ = "<a href=\"/\(URLPath.fragment("x"))\">" as HTML }
            await #expect(processExitsWith: .failure) { _ = "<a\(attribute: "href", "x" as String?)>" as HTML }
            await #expect(processExitsWith: .failure) { _ = "<a\(attribute: "onclick", if: false)>" as HTML }
        }

        @Test("A literal without values is checked as well")
        func plainLiterals() async {
            await #expect(processExitsWith: .failure) { _ = "<p onclick=\"x()\">" as HTML }
            await #expect(processExitsWith: .failure) { _ = "<p style=\"color:red\">" as HTML }
            await #expect(processExitsWith: .failure) { _ = "<div class=\"" as HTML }
        }
    }
#endif
