internal import Design
internal import HTML
internal import People
internal import Text
internal import Web

extension QueuePages {
    /// From so many cases of a kind on, one decision on all of them is offered: a flood is not worked off one by one.
    private static let many = 6

    /// The form to decide on all cases shown that the reader did not send themselves; folded away, so that nobody takes it for that of the first
    /// case. `state` is what was wrong with it, if it came back.
    static func all(of shelf: QueueShelf, _ signedIn: SignedIn, _ state: FormState?, _ t: Translator) -> HTML {
        let ids = shelf.cases.map(\.details).filter { !$0.authors.contains(signedIn.person.id) }.map(\.id)
        guard ids.count >= many else { return .empty }
        let pieces = FormPieces(state ?? FormState(), t, prefix: "\(shelf.source.kind)-all-")
        return """
            <details\(attribute: "open", if: state != nil)><summary>\(t("moderation.queue.all", ids.count))</summary>
            <form method="post" action="\(DeskRoutes.decideAll.path(t.language, shelf.source.kind))" novalidate>\(pieces.summary())
            <input type="hidden" name="shown" value="\(ids.map { String($0) }.joined(separator: " "))">
            \(answers(shelf.source, note: t("moderation.field.note"), pieces, t))</form></details>
            """
    }
}
