internal import People

/// What is done about mailings, as the log names it.
enum MailingVerb: String, AuditVerb {
    case mailingAudienceChanged, mailingWordsChanged, mailingWordsRemoved, mailingLimitsChanged
    case mailingSent, mailingPaused, mailingResumed, mailingCancelled, mailingPublished, mailingHidden
}
