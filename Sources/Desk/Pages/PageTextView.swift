internal import Site

/// A text that is edited, with the same page in another language beside it.
struct PageTextView: Sendable {
    let page: StandardPage
    let text: PageText
    let isOwn: Bool
    /// Whether a machine translated it and nobody has checked it.
    let isUnchecked: Bool
    let beside: PageText
}
