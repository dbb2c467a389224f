internal import NIOCore

/// Lets who reads slowly read to the end, and cuts off who does not read at all.
///
/// The connection's idle timeout runs from the moment an answer was handed over, not from when it was sent: without this, two megabytes on
/// a line of 0.5 Mbit/s would break off in the middle. So a close waits while bytes are leaving. When none left for `patience`, the
/// connection is closed, whoever waits for it: a reader that stands still may not hold it for ever.
final class SlowReaders: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = NIOAny
    typealias InboundOut = NIOAny
    typealias OutboundIn = NIOAny
    typealias OutboundOut = NIOAny

    private let patience: Duration
    private let pace: TimeAmount
    private var isClosing = false
    private var waiting: [EventLoopPromise<Void>] = []
    private var watch: Scheduled<Void>?
    private var unsent = 0
    private var lastProgress = NIODeadline.uptimeNanoseconds(0)

    init(patience: Duration) {
        self.patience = patience
        pace = .nanoseconds(min(patience.nanoseconds / 4, 1_000_000_000))
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if !context.channel.isWritable { beginWatch(context) }
        context.fireChannelWritabilityChanged()
    }

    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        guard mode == .all, buffered(context) > 0 else { return context.close(mode: mode, promise: promise) }
        isClosing = true
        if let promise { waiting.append(promise) }
        beginWatch(context)
    }

    func channelInactive(context: ChannelHandlerContext) {
        watch?.cancel()
        watch = nil
        for promise in waiting { promise.succeed() }
        waiting = []
        context.fireChannelInactive()
    }

    private func buffered(_ context: ChannelHandlerContext) -> Int {
        (try? context.channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0
    }

    private func beginWatch(_ context: ChannelHandlerContext) {
        guard watch == nil else { return }
        unsent = buffered(context)
        lastProgress = .now()
        setWatch(context)
    }

    private func setWatch(_ context: ChannelHandlerContext) {
        let bound = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
        watch = context.eventLoop.scheduleTask(in: pace) {
            let (handler, context) = bound.value
            handler.watch = nil
            handler.look(context)
        }
    }

    private func look(_ context: ChannelHandlerContext) {
        let now = NIODeadline.now()
        let left = buffered(context)
        if left != unsent { (unsent, lastProgress) = (left, now) }
        let isStanding = left > 0 && now - lastProgress >= .nanoseconds(patience.nanoseconds)
        if isStanding || (isClosing && left == 0) {
            context.close(promise: nil)
        } else if isClosing || !context.channel.isWritable {
            setWatch(context)
        }
    }
}
