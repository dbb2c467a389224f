internal import HTTPTypes
internal import NIOCore
internal import NIOHTTPTypes

/// Answers on the connection's own thread what can be answered at once, without waking a task: kept pages and assets. Everything else goes on
/// to the loop of the connection, and so does a request while an earlier one is still being answered there, or while the reader's line is full.
final class QuickAnswers: ChannelDuplexHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let find: (HTTPRequest) -> QuickAnswer?
    /// How many requests the loop has and has not answered.
    private var underWay = 0
    /// Whether the request that is being read is answered already.
    private var isAnswered = false
    private var isToFlush = false

    init(_ find: @escaping (HTTPRequest) -> QuickAnswer?) {
        self.find = find
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let request):
            if let answer = answer(to: request, context) {
                isAnswered = true
                send(answer, isHead: request.method == .head, context)
            } else {
                underWay += 1
                context.fireChannelRead(data)
            }
        case .body:
            if !isAnswered { context.fireChannelRead(data) }
        case .end:
            if !isAnswered { context.fireChannelRead(data) }
            isAnswered = false
        }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        if isToFlush {
            isToFlush = false
            context.flush()
        }
        context.fireChannelReadComplete()
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) { underWay -= 1 }
        context.write(data, promise: promise)
    }

    private func answer(to request: HTTPRequest, _ context: ChannelHandlerContext) -> QuickAnswer? {
        guard underWay == 0, context.channel.isWritable else { return nil }
        let fields = request.headerFields
        // A body, and a connection that is to be closed or changed, are for the loop.
        let isPlain = fields[.contentLength] == nil && fields[.transferEncoding] == nil
        guard isPlain, fields[.connection].map({ $0.lowercased() == "keep-alive" }) ?? true else { return nil }
        return find(request)
    }

    private func send(_ answer: QuickAnswer, isHead: Bool, _ context: ChannelHandlerContext) {
        context.write(wrapOutboundOut(.head(answer.head)), promise: nil)
        if let body = answer.body, !isHead { context.write(wrapOutboundOut(.body(body)), promise: nil) }
        context.write(wrapOutboundOut(.end(nil)), promise: nil)
        isToFlush = true
    }
}
