public import Text

/// Which of the languages of the pages a site offers, and which one it speaks with whoever asks for none of them.
public struct LanguageChoice: Sendable, Hashable {
    /// The offered ones, in the order of the menu; never empty.
    public let offered: [Language]
    /// One of them.
    public let main: Language

    /// A choice. What is wrong with it is mended: without any language all are offered, and the main one is an offered one.
    public init(offered: [Language] = Language.interface, main: Language = .english) {
        let known = Language.interface.filter(offered.contains)
        self.offered = known.isEmpty ? Language.interface : known
        self.main = self.offered.contains(main) ? main : self.offered[0]
    }
}
