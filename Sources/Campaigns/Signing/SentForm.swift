internal import Mail
internal import Storage
internal import Text

/// A form that was found good, with what the site notes about it.
public struct SentForm: Sendable {
    /// What the person sent.
    public let form: SignatureForm
    /// What all ways of writing the mailbox share.
    public let mailboxKey: String
    /// Where the form came from, unreadable.
    public let source: [UInt8]?
    /// Why a moderator should look at it, if one should.
    public let flag: Signature.Flag?
    /// What all ways of writing the name share.
    let nameKey: String

    /// A form with its notes.
    public init(_ form: SignatureForm, mailboxKey: String, source: [UInt8]?, flag: Signature.Flag?) {
        self.form = form
        self.mailboxKey = mailboxKey
        self.source = source
        self.flag = flag
        nameKey = Folding.key(form.name)
    }

    /// Who signs, as far as their number of names a day is concerned: a mailbox, under one campaign.
    struct Signer: Hashable, Comparable {
        let campaign: Int64
        let mailboxKey: String

        static func < (left: Signer, right: Signer) -> Bool {
            (left.campaign, left.mailboxKey) < (right.campaign, right.mailboxKey)
        }
    }

    var signer: Signer { Signer(campaign: form.campaign, mailboxKey: mailboxKey) }

    /// In the order of the columns that a new signature is given.
    var row: [any SQLEncodable] {
        [
            form.campaign, form.name, nameKey, form.mailbox.address, mailboxKey, form.country, form.appearance.town,
            form.appearance.organisation, form.appearance.sentence, form.language.code, form.appearance.shown, source, flag,
        ]
    }
}
