internal import People

/// What is done about campaigns and what belongs to them, as the log names it.
enum CampaignVerb: String, AuditVerb {
    case campaignChanged, campaignClosed, campaignOpened, campaignDiscarded, campaignProposed
    case endorsementConfirmed, endorsementRefused, endorsementWithdrawn
    case materialAdded, materialRemoved, mailboxRuleChanged, mailboxRuleRemoved
}
