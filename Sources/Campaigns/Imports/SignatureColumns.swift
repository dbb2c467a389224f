internal import Imports
internal import Text

/// The columns of lists of earlier signatures, with the headings that other petitions' exports give them.
enum SignatureColumns {
    static let all: [ImportColumn] = [
        ImportColumn(
            "name", required: true, headings: ImportHeadings.name + ["full name", "nom complet", "nombre completo", "signatory"]
        ) {
            $0("campaigns.field.name")
        },
        ImportColumn("mailbox", required: true, isMailbox: true, headings: ImportHeadings.mailbox) { $0("campaigns.field.email") },
        ImportColumn("country", required: true, headings: ImportHeadings.country) { $0("campaigns.field.country") },
        ImportColumn("town", headings: ["ville", "commune", "city", "ciudad", "localidad", "stad", "gemeente"]) {
            $0("campaigns.field.town")
        },
        ImportColumn("organisation", headings: ImportHeadings.organisation + ["syndicat", "union"]) {
            $0("campaigns.field.organisation")
        },
        ImportColumn("sentence", headings: ["phrase", "comment", "commentaire", "message", "frase", "comentario", "zin", "reden"]) {
            $0("campaigns.field.sentence")
        },
        ImportColumn("language", headings: ImportHeadings.language) { $0("campaigns.import.language") },
        ImportColumn("shown", headings: ["public", "affiché", "visible", "público", "getoond", "zichtbaar"]) {
            $0("campaigns.import.shown")
        },
        ImportColumn("signed_at", headings: ["signed", "date", "date de signature", "fecha", "datum", "signed on", "created_at"]) {
            $0("campaigns.import.signedAt")
        },
        ImportColumn(
            "consent_where", headings: ["where", "lieu du consentement", "source du consentement", "dónde", "waar", "consent source"]
        ) {
            $0("campaigns.import.consentWhere")
        },
        ImportColumn("consent_when", headings: ["consent date", "date du consentement", "fecha del consentimiento", "datum toestemming"]) {
            $0("campaigns.import.consentWhen")
        },
        ImportColumn("consent_text", headings: ["consent", "consentement", "consentimiento", "toestemming", "texte du consentement"]) {
            $0("campaigns.import.consentText")
        },
        ImportColumn("news", headings: ["newsletter", "nouvelles", "noticias", "nieuws", "opt-in", "optin"]) {
            $0("campaigns.import.news")
        },
    ]
}
