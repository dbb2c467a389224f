/// Something that is done and told in the log. Each room names its own in one place; the log's words for each are in the catalogue, under
/// `desk.verb.`.
public protocol AuditVerb: Sendable, RawRepresentable where RawValue == String {}
