/// What a request wants to do. HEAD is not listed: it is answered wherever GET is.
public enum Method: String, Sendable, Hashable, CaseIterable {
    /// Reads and changes nothing.
    case get = "GET"
    /// Sends a form.
    case post = "POST"
    /// Replaces what is there; machine interfaces only, since no form can send it.
    case put = "PUT"
    /// Changes a part of what is there; machine interfaces only.
    case patch = "PATCH"
    /// Takes away; machine interfaces only.
    case delete = "DELETE"
}
