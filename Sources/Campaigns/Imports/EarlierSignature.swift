internal import Geography
internal import Imports
internal import Mail
internal import People
internal import Secrets
internal import Text
internal import Time
internal import Web

/// What a line says about somebody who signed elsewhere, read by the rules of the form.
struct EarlierSignature: Sendable {
    let number: Int
    let name: String
    let nameKey: String
    let mailbox: Mailbox
    let mailboxKey: String
    let country: String
    let appearance: Signature.Appearance
    let language: Language
    let signedAt: CivilDay?
    let consent: Consent?
    /// What is to be said about a consent that does not hold.
    let remark: FormProblem?

    /// What the person agreed to, where and when.
    struct Consent: Sendable {
        let when: CivilDay
        let notice: Notice
        let purposes: [Purpose]
    }

    /// When it was signed, as well as that is known.
    func signedAt(or now: Instant) -> Instant {
        (signedAt ?? consent?.when)?.start ?? now
    }
}

/// Reads lines of earlier signatures.
struct EarlierSignatureReader: Sendable {
    let language: Language
    let today: CivilDay
    let rules: MailboxRules

    /// The line. Throws all that is wrong with it.
    func read(_ record: ImportRecord) throws(ImportRefusal) -> EarlierSignature {
        if let problem = record.problem { throw ImportRefusal([problem]) }
        var check = FormCheck(record.fields)
        let name = check.line("name", required: true, max: SignatureForm.longestLine, rules: [.someLetter, .noAddress, .noFormula])
        let mailbox = check.writableMailbox("mailbox", required: true)
        let country = country(&check)
        let appearance = appearance(&check)
        let spoken = check.line("language", max: 40)
        let own = spoken.flatMap { Language($0) }
        if let spoken, own == nil { check.fail("language", "campaigns.import.problem.language", [.words(spoken)]) }
        let signedAt = CellWords.day("signed_at", until: today, &check)
        let (consent, remark) = consent(&check)
        if !check.isClean { throw ImportRefusal(check.problems) }
        guard let name, let mailbox, let country else { throw ImportRefusal("name", "form.problem.required") }
        return EarlierSignature(
            number: record.number, name: name, nameKey: Folding.key(name), mailbox: mailbox, mailboxKey: rules.key(for: mailbox.address),
            country: country.code, appearance: appearance, language: own ?? language, signedAt: signedAt, consent: consent,
            remark: remark)
    }

    private func country(_ check: inout FormCheck) -> Country? {
        guard let typed = check.line("country", required: true, max: 100) else { return nil }
        let country = Country.called(typed)
        if country == nil { check.fail("country", "campaigns.import.problem.country", [.words(typed)]) }
        return country
    }

    private func appearance(_ check: inout FormCheck) -> Signature.Appearance {
        Signature.Appearance(
            town: check.line("town", max: SignatureForm.longestLine, rules: [.noAddress, .noFormula]),
            organisation: check.line("organisation", max: SignatureForm.longestLine, rules: [.noAddress, .noFormula]),
            sentence: check.text("sentence", max: SignatureForm.longestSentence, rules: [.noAddress, .noFormula]),
            shown: CellWords.flag("shown", &check))
    }

    /// Where and when make a consent; the words that were agreed to are kept with them, where they are known. With one of the two alone, or with
    /// neither, there is none: the person counts, and nobody writes to them.
    private func consent(_ check: inout FormCheck) -> (EarlierSignature.Consent?, FormProblem?) {
        let place = check.line("consent_where", max: 300)
        let when = CellWords.day("consent_when", until: today, &check)
        let text = check.text("consent_text", max: 2_000)
        let wantsNews = CellWords.flag("news", &check)
        guard let place, let when else {
            let isHalf = place != nil || when != nil
            return (nil, FormProblem(field: "", key: isHalf ? "campaigns.import.halfConsent" : "campaigns.import.noConsent"))
        }
        let words = [text, place].compactMap { $0 }.joined(separator: "\n")
        let purposes: [Purpose] = wantsNews ? [.support, .campaignNews] : [.support]
        let notice = Notice(
            language: language, words: Dictionary(purposes.map { ($0, words) }, uniquingKeysWith: { first, _ in first }))
        return (EarlierSignature.Consent(when: when, notice: notice, purposes: purposes), nil)
    }
}
