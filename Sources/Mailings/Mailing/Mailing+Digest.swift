internal import Secrets
internal import Text

extension Mailing {
    /// What stands for everything that whoever lets it go has to have seen: words, audience, and whether it will be in the archive.
    var digest: String {
        let facets = Audience.Facet.allCases.map { audience.value(of: $0) ?? "" }
        let parts = audience.sources.sorted() + [""] + facets + ["\(isPublic)"] + words.flatMap { [$0.language.code, $0.subject, $0.body] }
        // With its length before each, no two mailings have the same parts.
        return Digest.hex(parts.map { "\($0.utf8.count):\($0)" }.joined().utf8)
    }
}
