internal import NIOCore
internal import NIOHTTPTypes

/// Cuts off whoever sends a request too slowly. A request has `patience` to arrive; what arrives earns more time at a minimal pace of
/// 4 kB/s, which the worst line keeps up, so that a long form on a bad line comes through and dribbled bytes do not.
/// The time until the head is complete is bounded by the idle timeout of the connection.
///
/// After an early refusal the rest of the body is read and dropped, so that the refusal arrives; past 16 MB the connection is closed.
final class SlowSenders: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private static let bytesPerSecond = 4096
    private static let mostDropped = 16 << 20

    private let patience: Duration
    private var isReceiving = false
    private var isAnswered = false
    private var began = NIODeadline.uptimeNanoseconds(0)
    private var received = 0
    private var dropped = 0
    private var alarm: Scheduled<Void>?

    init(patience: Duration) {
        self.patience = patience
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            isReceiving = true
            isAnswered = false
            began = .now()
            received = 0
            dropped = 0
        case .body(let buffer):
            received += buffer.readableBytes
            if isAnswered { dropped += buffer.readableBytes }
        case .end:
            isReceiving = false
            alarm?.cancel()
            alarm = nil
        }
        context.fireChannelRead(data)
        if dropped > Self.mostDropped { context.close(promise: nil) }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        // Most requests arrive in one piece and never set the alarm.
        if isReceiving, alarm == nil { setAlarm(context) }
        context.fireChannelReadComplete()
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data), isReceiving { isAnswered = true }
        context.write(data, promise: promise)
    }

    func channelInactive(context: ChannelHandlerContext) {
        alarm?.cancel()
        alarm = nil
        context.fireChannelInactive()
    }

    private var deadline: NIODeadline {
        let earned = Int64(received) * 1_000_000_000 / Int64(Self.bytesPerSecond)
        return began + .nanoseconds(patience.nanoseconds + earned)
    }

    private func setAlarm(_ context: ChannelHandlerContext) {
        let bound = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
        alarm = context.eventLoop.scheduleTask(deadline: deadline) {
            let (handler, context) = bound.value
            handler.alarm = nil
            guard handler.isReceiving else { return }
            if handler.deadline <= .now() { context.close(promise: nil) } else { handler.setAlarm(context) }
        }
    }
}
