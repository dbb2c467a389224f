internal import Mailings
internal import People
internal import Storage

extension CampaignServices {
    /// Changes a signature as its person sent it: new words are watched as those of a new one are; news that they want no more of, and that wait
    /// to be sent, do not go out either. False if it no longer stands.
    func change(_ signature: Signature, to form: ChangeForm, on db: any Writer) throws -> Bool {
        try stopNews(Signature.news.subtracting(form.news), of: signature, on: db)
        let flag =
            form.appearance == signature.appearance
            ? nil : flag(signature.name, form.appearance, mailbox: signature.mailbox, from: form.client)
        return try signatures.change(
            signature.id, to: form.appearance, agreeingTo: form.news.union(form.support ? [.support] : []), notice: form.notice, flag: flag,
            on: db)
    }

    /// Takes the person who signed out of mailings that they no longer agree to.
    func stopNews(_ purposes: Set<Purpose>, of signature: Signature, on db: any Writer) throws {
        if purposes.contains(.campaignNews), let campaign = try CampaignStore.find(signature.campaign, on: db) {
            try MailingWithdrawal.forget(
                mailbox: signature.mailbox, as: [SignatoryAudience.sourceName], campaign: campaign.slug, on: db)
        }
        if purposes.contains(.coalitionNews) {
            try MailingWithdrawal.forget(mailbox: signature.mailbox, as: [SupporterAudience.sourceName], on: db)
        }
    }
}

extension Signature {
    /// The news that somebody who signs may agree to.
    static let news: Set<Purpose> = [.campaignNews, .coalitionNews]
}
