internal import HTML
internal import Text

/// The words that the room adds to the blocks of a message.
struct MailWords {
    /// The site's name.
    let site: String
    /// Where messages of this kind are stopped.
    let unsubscribe: WebURL?
    /// The language of the message.
    let language: Language
    /// Speaks that language, or English where the interface does not.
    let t: Translator

    var sentBy: String { t("mail.sentBy", site) }
    var copyAddress: String { t("mail.button.copyAddress") }
    var stop: String { t("mail.unsubscribe") }
    var code: String { t("mail.code") }

    /// Words of the room in a page that may be in another language.
    func own(_ words: String) -> HTML {
        guard t.language != language else { return HTML(text: words) }
        return "<span lang=\"\(t.language.code)\" dir=\"\(t.language.isRightToLeft ? "rtl" : "ltr")\">\(words)</span>"
    }
}
