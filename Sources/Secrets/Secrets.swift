internal import Crypto

internal import struct Foundation.Data

/// Everything derived from the site's one secret: sealed values, message authentication codes. Each purpose has a key of its own
/// (HKDF-SHA256), so that a value made for one purpose is worth nothing for another.
public struct Secrets: Sendable {
    /// What a derived key is for. The text is part of the derivation: changing it makes earlier values unreadable.
    public struct Purpose: Sendable, Hashable, ExpressibleByStringLiteral {
        let name: String

        /// A purpose by its name.
        public init(stringLiteral name: String) {
            self.name = name
        }
    }

    /// Why a value could not be opened.
    public enum Failure: Error {
        /// The bytes were not sealed by this site for this purpose, or were changed since.
        case notOurs
    }

    private let master: SymmetricKey

    /// Secrets derived from `master`, at least 32 bytes of randomness.
    public init(master: [UInt8]) {
        precondition(master.count >= 32, "the site's secret has fewer than 32 bytes")
        self.master = SymmetricKey(data: master)
    }

    /// A derivation that is made once and used often: hold on to it on hot paths.
    public func key(for purpose: Purpose) -> PurposeKey {
        PurposeKey(HKDF<SHA256>.deriveKey(inputKeyMaterial: master, info: Data(purpose.name.utf8), outputByteCount: 32))
    }
}

/// The key of one purpose.
public struct PurposeKey: Sendable {
    private let key: SymmetricKey
    /// A code begun with the key and nothing else: beginning one costs as much as all the rest of a short one.
    private let begun: HMAC<SHA256>

    fileprivate init(_ key: SymmetricKey) {
        self.key = key
        begun = HMAC<SHA256>(key: key)
    }

    /// Encrypts and authenticates with AES-256-GCM; the nonce is random and part of the result.
    public func seal(_ bytes: some Collection<UInt8>) throws -> [UInt8] {
        let box = try AES.GCM.seal(Data(bytes), using: key)
        // Nonce, content and tag in one piece, which a nonce of the usual length always has.
        guard let combined = box.combined else { preconditionFailure("a nonce of an unusual length") }
        return Array(combined)
    }

    /// The bytes that were sealed. Throws `Secrets.Failure.notOurs` for anything else.
    public func open(_ sealed: some Collection<UInt8>) throws -> [UInt8] {
        guard let box = try? AES.GCM.SealedBox(combined: Data(sealed)), let bytes = try? AES.GCM.open(box, using: key) else {
            throw Secrets.Failure.notOurs
        }
        return Array(bytes)
    }

    /// HMAC-SHA256 of the bytes, 32 bytes.
    public func code(for bytes: some Collection<UInt8>) -> [UInt8] {
        var code = begun
        code.update(data: Data(bytes))
        return Array(code.finalize())
    }

    /// Whether `code` is the HMAC-SHA256 of the bytes, in constant time.
    public func isCode(_ code: [UInt8], for bytes: some Collection<UInt8>) -> Bool {
        HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: Data(bytes), using: key)
    }
}
