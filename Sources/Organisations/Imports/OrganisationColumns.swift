internal import Imports
internal import Text

/// The columns of lists of organisations and of contacts, with the headings that spreadsheets give them. What the directory exports comes in again.
enum OrganisationColumns {
    static let organisations: [ImportColumn] = names + facts + contact

    private static let names: [ImportColumn] =
        [
            ImportColumn(
                "name",
                headings: ["organisation", "titre", "title"] + ImportHeadings.organisation + ImportHeadings.name
            ) { $0("organisations.import.name") },
            ImportColumn("acronym", headings: ["abbreviation", "sigle", "acronyme", "sigla", "siglas", "acrónimo", "afkorting"]) {
                $0("organisations.import.acronym")
            },
        ]
        + Language.interface.flatMap { language in
            [
                ImportColumn(
                    "name_\(language.code)", headings: ["nom \(language.code)", "nombre \(language.code)", "naam \(language.code)"]
                ) {
                    $0("organisations.form.name", language.ownName)
                },
                ImportColumn("acronym_\(language.code)", headings: ["sigle \(language.code)", "sigla \(language.code)"]) {
                    $0("organisations.form.acronym", language.ownName)
                },
            ]
        } + [
            ImportColumn("other_names") { $0("organisations.import.otherNames") },
            ImportColumn("slug") { $0("organisations.import.slug") },
        ]

    private static let facts: [ImportColumn] = [
        ImportColumn("category", headings: ["catégorie", "categoría", "categorie", "type", "tipo", "soort"]) {
            $0("organisations.field.category")
        },
        ImportColumn("country", headings: ImportHeadings.country) { $0("organisations.field.country") },
        ImportColumn("website", headings: ["site", "site web", "web", "url", "sitio web", "página web", "webstek", "site internet"]) {
            $0("organisations.website")
        },
        ImportColumn("domain", headings: ["domaine", "dominio", "domein", "mail domain"]) { $0("organisations.form.domain") },
        ImportColumn("languages", headings: ["language", "langues", "idiomas", "talen"] + ImportHeadings.language) {
            $0("organisations.field.language")
        },
        ImportColumn("themes", headings: ["theme", "thème", "thèmes", "tema", "temas", "thema", "thema's"]) {
            $0("organisations.field.theme")
        },
        ImportColumn("regions", headings: ["region", "région", "régions", "región", "regiones", "regio", "regio's"]) {
            $0("organisations.field.region")
        },
        ImportColumn(
            "networks", headings: ["network", "réseau", "réseaux", "red", "redes", "netwerk", "netwerken", "member of", "membre de"]
        ) {
            $0("organisations.import.networks")
        },
        ImportColumn("represented", headings: ["members", "membres", "miembros", "leden", "represented members"]) {
            $0("organisations.form.represented")
        },
        ImportColumn("represented_year", headings: ["year", "année", "año", "jaar"]) { $0("organisations.form.representedYear") },
        ImportColumn("represented_source", headings: ["source", "fuente", "bron"]) { $0("organisations.form.representedSource") },
        ImportColumn("profile", headings: ["description", "présentation", "descripción", "beschrijving", "profil", "perfil", "profiel"]) {
            $0("organisations.import.profile")
        },
        ImportColumn("hidden", telling: true, headings: ["masqué", "masquée", "caché", "cachée", "oculto", "oculta", "verborgen"]) {
            $0("organisations.import.hidden")
        },
    ]

    private static let contact: [ImportColumn] = [
        ImportColumn("contact_name", headings: ["contact", "personne de contact", "contacto", "contactpersoon", "contact person"]) {
            $0("organisations.import.ofContact", $0("organisations.field.contactName"))
        },
        ImportColumn("contact_function", headings: ["function", "fonction", "función", "cargo", "functie"]) {
            $0("organisations.import.ofContact", $0("organisations.field.contactFunction"))
        },
        ImportColumn(
            "contact_mailbox", isMailbox: true, headings: ImportHeadings.mailbox + ["contact email", "contact mail", "email contact"]
        ) {
            $0("organisations.import.ofContact", $0("organisations.field.contactMailbox"))
        },
        ImportColumn("contact_language", headings: ["langue du contact", "idioma del contacto", "taal van het contact"]) {
            $0("organisations.import.ofContact", $0("organisations.field.contactLanguage"))
        },
        ImportColumn("contact_official", telling: true, headings: ["official", "officiel", "oficial", "officieel", "official contact"]) {
            $0("organisations.import.ofContact", $0("organisations.field.contactOfficial"))
        },
    ]

    static let contacts: [ImportColumn] = [
        ImportColumn("organisation", required: true, headings: ImportHeadings.organisation + ["slug", "structure"]) {
            $0("organisations.import.organisation")
        },
        ImportColumn("name", headings: ImportHeadings.name + ["contact", "contact name", "contact_name", "personne"]) {
            $0("organisations.field.contactName")
        },
        ImportColumn("function", headings: ["fonction", "función", "cargo", "functie", "contact_function", "role", "rôle"]) {
            $0("organisations.field.contactFunction")
        },
        ImportColumn("mailbox", required: true, isMailbox: true, headings: ImportHeadings.mailbox + ["contact_mailbox"]) {
            $0("organisations.field.contactMailbox")
        },
        ImportColumn("language", headings: ImportHeadings.language + ["contact_language"]) { $0("organisations.field.contactLanguage") },
        ImportColumn("official", telling: true, headings: ["officiel", "oficial", "officieel", "contact_official"]) {
            $0("organisations.field.contactOfficial")
        },
    ]
}
