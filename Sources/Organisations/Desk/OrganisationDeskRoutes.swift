public import Text
public import Web

/// The addresses at which the directory is kept.
public enum OrganisationDeskRoutes {
    /// The entry of the desk's menu.
    public static let section = "organisations"

    /// Organisations by their name, hidden ones too.
    public static let index = Route<Language>(.get, "/{language}/desk/organisations", query: ["q", "done"])
    /// The form for another one.
    public static let new = Route<Language>(.get, "/{language}/desk/organisations/new")
    /// Another one, sent.
    public static let create = Route<Language>(.post, "/{language}/desk/organisations")
    /// One with everything known about it.
    public static let organisation = Route<Language, String>(.get, "/{language}/desk/organisations/{slug}", query: ["done"])
    /// What is known, sent.
    public static let save = Route<Language, String>(.post, "/{language}/desk/organisations/{slug}")
    /// Taking it out of the directory for good.
    public static let remove = Route<Language, String>(.post, "/{language}/desk/organisations/{slug}/removal")
    /// A contact, sent.
    public static let addContact = Route<Language, String>(.post, "/{language}/desk/organisations/{slug}/contacts")
    /// Taking a contact away.
    public static let removeContact = Route<Language, String, Int64>(.post, "/{language}/desk/organisations/{slug}/contacts/{id}/removal")
    /// That it belongs to a network, sent.
    public static let addMembership = Route<Language, String>(.post, "/{language}/desk/organisations/{slug}/memberships")
    /// Taking a membership away.
    public static let removeMembership = Route<Language, String, String>(
        .post, "/{language}/desk/organisations/{slug}/memberships/{network}/removal")
    /// Another year for somebody who acts for it.
    public static let renewMandate = Route<Language, String, Int64>(.post, "/{language}/desk/organisations/{slug}/mandates/{id}/renewal")
    /// That somebody no longer acts for it.
    public static let endMandate = Route<Language, String, Int64>(.post, "/{language}/desk/organisations/{slug}/mandates/{id}/closure")
    /// That two leaderships contest each other, or no longer.
    public static let contest = Route<Language, String>(.post, "/{language}/desk/organisations/{slug}/contest")
}
