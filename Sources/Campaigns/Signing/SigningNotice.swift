internal import People
internal import Text

/// The words of consent on the form, as they are shown and as they are kept.
enum SigningNotice {
    /// The notice in that language, naming who is responsible.
    static func notice(_ t: Translator, responsible: String) -> Notice {
        Notice(
            language: t.language,
            words: [
                .support: t("campaigns.consent.support", responsible),
                .campaignNews: t("campaigns.consent.campaignNews"),
                .coalitionNews: t("campaigns.consent.coalitionNews"),
            ])
    }
}
