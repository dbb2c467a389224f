internal import HTTPTypes

/// The headers of every answer, those of errors included.
enum SecurityHeaders {
    /// No script, style, picture or form from or to anywhere else; nobody may frame a page.
    static let contentPolicy = [
        "default-src 'none'", "style-src 'self'", "script-src 'self'", "img-src 'self' data:", "connect-src 'self'", "form-action 'self'",
        "base-uri 'none'", "frame-ancestors 'none'",
    ].joined(separator: "; ")

    static func fields(isSecure: Bool) -> HTTPFields {
        var fields: HTTPFields = [
            .contentSecurityPolicy: contentPolicy,
            .xContentTypeOptions: "nosniff",
            // Addresses of mails hold tokens: no other site learns them.
            .known("referrer-policy"): "same-origin",
            .known("permissions-policy"): "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
            .known("cross-origin-opener-policy"): "same-origin",
        ]
        if isSecure { fields[.strictTransportSecurity] = "max-age=31536000" }
        return fields
    }
}
