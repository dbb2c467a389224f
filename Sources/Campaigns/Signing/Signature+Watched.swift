extension Signature {
    /// Everything that was typed freely.
    var texts: [String] { [name] + appearance.texts }
}

extension Signature.Appearance {
    /// What of it was typed freely.
    var texts: [String] { [town, organisation, sentence].compactMap { $0 } }
}

extension Signature.Flag {
    /// Whether it stands for something that is watched for.
    var isWatched: Bool {
        switch self {
        case .blockedMailbox, .blockedDomain, .network, .word: true
        case .mailbox, .source, .twice: false
        }
    }
}
