internal import People

/// What is done about translations, as the log names it.
enum TranslationVerb: String, AuditVerb {
    case translationPublished, translationConfirmed, translationDropped, originalChosen, translatorForgotten
    case translationLinkMade, translationLinkEnded
}
