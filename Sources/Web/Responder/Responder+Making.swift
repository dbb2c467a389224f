internal import HTML
internal import HTTPTypes
internal import HummingbirdCore
internal import Logging
internal import NIOCore
internal import Text

/// An answer that was made, before it is sent.
enum Made {
    /// It may serve everybody.
    case kept(Rendered, CachePolicy)
    case once(Rendered)
    case stream(HTTPFields, @Sendable (AnswerWriter) async throws -> Void)
}

extension Responder {
    /// Lets the handler answer; an error becomes an error page.
    func make(_ bound: Bound, _ exchange: Exchange) async -> Made {
        let visit = visit(bound, exchange)
        do {
            try crossOrigin.check(bound.route.method, exchange.request.headers)
            let answer = try await bound.route.answer(visit, bound.segments)
            return try render(answer, visit, isShareable: bound.route.isShareable)
        } catch let instead as Answer.Instead {
            if let made = try? render(instead.answer, visit, isShareable: false) { return made }
            return .once(failed(WebFailure.serverError("the frame failed"), exchange, language: visit.negotiated.language))
        } catch {
            return .once(failed(error, exchange, language: visit.negotiated.language))
        }
    }

    /// The failure page for an error, which is noted by its weight.
    func failed(_ error: any Error, _ exchange: Exchange, language: Language?) -> Rendered {
        let failure = (error as? WebFailure) ?? explain(error) ?? .serverError(String(reflecting: error))
        let level: Logger.Level =
            switch failure.status.code {
            case 503: .warning
            case 500...: .error
            default: .debug
            }
        exchange.logger.log(level: level, "\(failure.cause)", metadata: ["path": "\(exchange.shownPath)"])
        let form = ErrorPages.Form(path: exchange.request.uri.path, exchange.request.headers)
        let language =
            language ?? negotiate(exchange.request.uri.path.split(separator: "/").first.map(String.init), exchange.request.headers).language
        return errorPages.render(failure, as: form, in: language, id: exchange.id)
    }

    private func visit(_ bound: Bound, _ exchange: Exchange) -> Visit {
        let fields = exchange.request.headers
        return Visit(
            method: bound.route.method, path: bound.target.path, id: exchange.id, logger: exchange.logger, base: facts.base,
            languages: facts.choice().offered, fields: fields, pairs: bound.query, declaredQuery: bound.route.query,
            reader: BodyReader(exchange.request.body, fields), negotiated: negotiate(bound.target.segments.first, fields),
            address: facts.proxies.client(peer: exchange.peer, fields), translators: translators, looked: Looked())
    }

    private func negotiate(_ segment: String?, _ fields: HTTPFields) -> Negotiated {
        if let language = facts.languages.first(where: { $0.code == segment }) {
            return Negotiated(language: language, isFromHeader: false)
        }
        let choice = facts.choice()
        let wished = Language.preferred(fields[.acceptLanguage], among: choice.offered, default: choice.main)
        return Negotiated(language: wished, isFromHeader: true)
    }

    private func render(_ answer: Answer, _ visit: Visit, isShareable: Bool) throws -> Made {
        var fields = HTTPFields()
        var bytes: [UInt8] = []
        switch answer.body {
        case .page(let page):
            bytes = try draw(page, answer.status).utf8
            fields[.contentType] = "text/html; charset=utf-8"
            fields[.contentLanguage] = page.language.code
            if !page.isIndexed { fields[.known("x-robots-tag")] = "noindex" }
        case .bytes(let content, let type):
            bytes = content
            fields[.contentType] = type
        case .stream(let type, let write):
            fields[.contentType] = type
            add(answer.headers, to: &fields)
            return .stream(fields, write)
        case .none: break
        }
        add(answer.headers, to: &fields)
        let rendered = Rendered(status: answer.status, fields: fields, bytes: bytes)
        guard let policy = answer.policy else { return .once(rendered) }
        guard isShareable, !visit.looked.atReader, fields[.setCookie] == nil else {
            assertionFailure("\(visit.path) may differ from reader to reader and must not be cached")
            return .once(rendered)
        }
        return .kept(completed(rendered, cacheControl: policy.header), policy)
    }

    private func draw(_ page: Page, _ status: Status) throws -> HTML {
        let translator = translators[page.language]
        return try frame(page, PageFacts(translator: translator, base: facts.base, languages: facts.choice().offered, status: status))
    }

    private func add(_ headers: [(name: String, value: String)], to fields: inout HTTPFields) {
        for (name, value) in headers {
            if name == "set-cookie" { fields.append(HTTPField(name: .setCookie, value: value)) } else { fields[.known(name)] = value }
        }
    }
}

extension Responder {
    /// With the headers that every answer has; those that are set already stay.
    func completed(_ rendered: Rendered, cacheControl: String = "no-store") -> Rendered {
        var rendered = rendered
        rendered.fields = completed(rendered.fields, cacheControl: cacheControl)
        return rendered
    }

    private func completed(_ fields: HTTPFields, cacheControl: String) -> HTTPFields {
        var fields = fields
        if fields[.cacheControl] == nil { fields[.cacheControl] = cacheControl }
        for field in securityFields where fields[field.name] == nil { fields.append(field) }
        return fields
    }

    /// The response for one request, packed as it prefers.
    func send(_ made: Made, _ exchange: Exchange) -> Response {
        let date = dates.line().0
        switch made {
        case .kept(let rendered, _):
            // Nobody else will get this one: the coding that the request prefers is enough.
            let coding = ContentCoding.preferred(exchange.request.headers[.acceptEncoding], offered: [.brotli, .gzip])
            return ReadyAnswer(rendered, .once, codings: coding == .identity ? [] : [coding]).response(
                to: exchange.request.headers, date: date, isHead: exchange.isHead)
        case .once(let rendered):
            return once(completed(rendered), date, exchange)
        case .stream(var fields, let write):
            fields = completed(fields, cacheControl: "no-store")
            fields[.date] = date.text
            let body = ResponseBody { writer in
                let out = AnswerWriter(writer)
                try await write(out)
                try await out.finish()
            }
            return Response(
                status: .ok, headers: fields, body: exchange.isHead ? ResponseBody(contentLength: nil) { try await $0.finish(nil) } : body)
        }
    }

    private func once(_ rendered: Rendered, _ date: DateLine, _ exchange: Exchange) -> Response {
        var fields = rendered.fields
        var bytes = rendered.bytes
        fields[.date] = date.text
        if rendered.isCompressible, bytes.count >= Compressor.shortest {
            fields.addVary("Accept-Encoding")
            let coding = ContentCoding.preferred(exchange.request.headers[.acceptEncoding], offered: [.brotli, .gzip])
            if let packed = Compressor.pack(bytes, coding, .once) {
                bytes = packed
                fields[.contentEncoding] = coding.rawValue
            }
        }
        let status = HTTPResponse.Status(code: rendered.status.code)
        if [.noContent, .notModified].contains(rendered.status) {
            return Response(bare: HTTPResponse(status: status, headerFields: fields))
        }
        fields[.contentLength] = bytes.count.description
        let body = exchange.isHead ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        return Response(status: status, headers: fields, body: body)
    }
}
