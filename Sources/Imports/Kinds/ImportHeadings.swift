/// What spreadsheets call the columns that lists of several kinds have.
public enum ImportHeadings {
    /// Where somebody is written to.
    public static let mailbox = [
        "email", "e-mail", "mail", "courriel", "adresse électronique", "adresse e-mail", "adresse mail", "correo", "correo electrónico",
        "e-mailadres", "mailadres", "email address",
    ]
    /// The name of somebody or something.
    public static let name = ["nom", "nombre", "naam"]
    /// An organisation.
    public static let organisation = ["organization", "organización", "organisatie"]
    /// A country.
    public static let country = ["pays", "país", "land", "country code", "code pays"]
    /// A language.
    public static let language = ["langue", "idioma", "taal"]
}
