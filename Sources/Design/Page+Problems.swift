public import Text
public import Web

extension Page {
    /// The same page; with problems in its form, its title says so first, since it is the first thing a screen reader says.
    public func marking(_ state: FormState, _ t: Translator) -> Page {
        guard !state.problems.isEmpty else { return self }
        var page = self
        page.title = t("design.problem.title", title)
        return page
    }
}
