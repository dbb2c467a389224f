public import Text
public import Web

/// The addresses of campaigns.
public enum CampaignRoutes {
    /// The navigation entry of everything here.
    public static let section = "campaigns"

    /// All campaigns.
    public static let index = Route<Language>(.get, "/{language}/campaigns")
    /// A campaign's page, with its form.
    public static let campaign = Route<Language, String>(.get, "/{language}/campaigns/{slug}")
    /// A form sent to sign.
    public static let sign = Route<Language, String>(.post, "/{language}/campaigns/{slug}/signatures")
    /// The form's address asked for again, after a reload: leads back to the form.
    public static let form = Route<Language, String>(.get, "/{language}/campaigns/{slug}/signatures")
    /// How many people signed, for scripts: under 200 bytes.
    public static let count = Route<String>(.get, "/campaigns/{slug}/count.json")
    /// How many people signed by country, for scripts.
    public static let countries = Route<String>(.get, "/campaigns/{slug}/countries.json")
}

/// The addresses of single signatures.
public enum SignatureRoutes {
    /// After the form: look into your mailbox, or type the code. `handle` reveals nothing about the signature.
    public static let sent = Route<Language, String, String>(.get, "/{language}/campaigns/{slug}/signatures/{handle}", secret: ["handle"])
    /// The code of the mail, typed on that page.
    public static let confirmByCode = Route<Language, String, String>(
        .post, "/{language}/campaigns/{slug}/signatures/{handle}/confirmation", secret: ["handle"])
    /// After confirming.
    public static let thanks = Route<Language, String>(.get, "/{language}/campaigns/{slug}/thanks")
    /// Where the link of a mail leads: shows, and changes nothing.
    public static let show = Route<Language, String>(.get, "/{language}/signatures/{token}", query: ["saved"], secret: ["token"])
    /// The button that confirms.
    public static let confirm = Route<Language, String>(.post, "/{language}/signatures/{token}/confirmation", secret: ["token"])
    /// What is shown, and which news are wanted.
    public static let change = Route<Language, String>(.post, "/{language}/signatures/{token}", secret: ["token"])
    /// Taking the signature back.
    public static let withdraw = Route<Language, String>(.post, "/{language}/signatures/{token}/withdrawal", secret: ["token"])
}

/// The addresses of a person's own signatures, in their account.
public enum MySignaturesRoutes {
    /// All of them; `done` after one was changed.
    public static let index = Route<Language>(.get, "/{language}/account/signatures", query: ["done"])
    /// One of them.
    public static let show = Route<Language, Int64>(.get, "/{language}/account/signatures/{id}")
    /// What is shown of it, and which news are wanted.
    public static let change = Route<Language, Int64>(.post, "/{language}/account/signatures/{id}")
    /// The button that confirms it.
    public static let confirm = Route<Language, Int64>(.post, "/{language}/account/signatures/{id}/confirmation")
    /// Taking it back.
    public static let withdraw = Route<Language, Int64>(.post, "/{language}/account/signatures/{id}/withdrawal")
}
