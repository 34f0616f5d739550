package io.qingtu.server.attachment;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.EventExecutor;
import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.MalformedException;
import io.qingtu.protocol.frame.Frame;
import io.qingtu.protocol.frame.FrameCodec;
import io.qingtu.protocol.frame.Header;
import io.qingtu.protocol.frame.PartAssembler;
import io.qingtu.protocol.frame.PartAssembler.Added;
import io.qingtu.protocol.message.PlatformMessage;
import io.qingtu.protocol.message.TerminalMessage;
import io.qingtu.protocol.message.general.Heartbeat;
import io.qingtu.protocol.message.general.PlatformGeneralReply;
import io.qingtu.protocol.message.general.ReplyResult;
import io.qingtu.protocol.message.general.TerminalGeneralReply;
import io.qingtu.protocol.message.item.AlarmId;
import io.qingtu.protocol.message.safety.AlarmAttachments;
import io.qingtu.protocol.message.safety.AttachmentFile;
import io.qingtu.protocol.message.safety.AttachmentFileEnd;
import io.qingtu.protocol.message.safety.AttachmentFileEndReply;
import io.qingtu.protocol.message.safety.AttachmentFileStart;
import io.qingtu.protocol.table.TerminalMessageType;
import io.qingtu.server.store.StoreException;
import io.qingtu.server.store.WantedEvidence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection of a terminal that sends evidence. It may send only what it was asked for: the
 * number of the alarm is the key. Everything happens on a worker that may wait for disk and
 * database, and the connection is read on when the worker is done with what came.
 */
final class AttachmentHandler extends ChannelInboundHandlerAdapter {
  private static final Logger LOG = LoggerFactory.getLogger(AttachmentHandler.class);

  /** Progress that a frame counts as; a connection with less than this in the idle time ends. */
  private static final int FRAME_PROGRESS = 1024;

  /** As many as one packet holds beside the longest name; the rest is asked for the next time. */
  private static final int MOST_RANGES = 110;

  private final AttachmentConfig config;
  private final Uploads uploads;
  private final ListParts parts;
  private final AttachmentMeters meters;
  private final EventExecutor worker;
  private Upload upload;
  private IncomingFile file;
  private long offset;
  private long progress;
  private int serialNumber;
  private boolean closing;

  AttachmentHandler(
      AttachmentConfig config,
      Uploads uploads,
      ListParts parts,
      AttachmentMeters meters,
      EventExecutor worker) {
    this.config = config;
    this.uploads = uploads;
    this.parts = parts;
    this.meters = meters;
    this.worker = worker;
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    worker.schedule(
        () -> {
          if (upload == null) {
            close(ctx, "unauthenticated");
          }
        },
        config.unauthenticatedTime().toMillis(),
        TimeUnit.MILLISECONDS);
    watch(ctx);
    ctx.read();
  }

  /** A sender of a byte now and then holds a connection as one does that sends nothing. */
  private void watch(ChannelHandlerContext ctx) {
    long before = progress;
    worker.schedule(
        () -> {
          if (progress - before < FRAME_PROGRESS) {
            close(ctx, "idle");
          } else if (ctx.channel().isActive()) {
            watch(ctx);
          }
        },
        config.idleTime().toMillis(),
        TimeUnit.MILLISECONDS);
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    try {
      worker.execute(() -> take(ctx, message));
    } catch (RejectedExecutionException e) {
      LOG.debug("the server stops, the terminal comes again", e);
      ReferenceCountUtil.release(message);
    }
  }

  private void take(ChannelHandlerContext ctx, Object message) {
    try {
      if (closing) {
        return;
      }
      if (message instanceof Frame frame) {
        receive(ctx, frame);
      } else if (message instanceof BlockHead block) {
        begin(ctx, block);
      } else {
        write((ByteBuf) message);
      }
      ctx.read();
    } catch (IOException e) {
      LOG.warn("evidence of a safety alarm cannot be written", e);
      close(ctx, "disk");
    } catch (StoreException e) {
      LOG.warn("evidence of a safety alarm is not taken: {}", e.getMessage());
      close(ctx, "store");
    } catch (RuntimeException e) {
      LOG.error("closing attachment link of {}", ctx.channel().remoteAddress(), e);
      close(ctx, "error");
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  private void begin(ChannelHandlerContext ctx, BlockHead block) {
    Optional<IncomingFile> named = upload == null ? Optional.empty() : upload.find(block.name());
    if (named.isEmpty() || !named.get().holds(block.offset(), block.length())) {
      // its bytes cannot be told from what follows, were its length to be believed or not
      close(ctx, named.isEmpty() ? "unknown-file" : "block-outside");
      return;
    }
    file = named.get();
    offset = block.offset();
  }

  private void write(ByteBuf bytes) throws IOException {
    int length = bytes.readableBytes();
    uploads.write(upload, file, bytes, offset);
    offset += length;
    progress += length;
    meters.written(length);
  }

  private void receive(ChannelHandlerContext ctx, Frame frame) throws IOException {
    Header header = frame.header();
    if (header.part().isEmpty()) {
      receive(ctx, List.of(header), frame);
    } else if (!ListParts.collects(header)) {
      meters.refused("part");
      reply(ctx, header, ReplyResult.UNSUPPORTED);
    } else {
      Added added = parts.add(frame);
      if (added.whole().isPresent()) {
        receive(ctx, added.answers(), added.whole().get());
      } else if (added.outcome() == PartAssembler.Outcome.DROPPED) {
        meters.refused("part");
        reply(ctx, header, ReplyResult.FAILURE);
      } else if (added.outcome() == PartAssembler.Outcome.PROMPTED) {
        // the terminal sends nothing more before it has an answer
        reply(ctx, header, ReplyResult.SUCCESS);
      }
    }
  }

  /**
   * @param answers headers to be answered: the frame's own, or those of all its parts
   */
  private void receive(ChannelHandlerContext ctx, List<Header> answers, Frame frame)
      throws IOException {
    Header header = answers.get(0);
    TerminalMessage message;
    try {
      message = TerminalMessageType.decode(frame);
    } catch (MalformedException e) {
      meters.refused("malformed");
      reply(ctx, answers, ReplyResult.BAD_MESSAGE);
      return;
    }
    if (message instanceof AlarmAttachments attachments) {
      announced(ctx, answers, attachments);
    } else if (upload != null && message instanceof AttachmentFileStart start) {
      started(ctx, header, start.file());
    } else if (upload != null && message instanceof AttachmentFileEnd end) {
      ended(ctx, header, end.file());
    } else if (message instanceof Heartbeat) {
      reply(ctx, header, ReplyResult.SUCCESS);
    } else if (!(message instanceof TerminalGeneralReply)) {
      meters.refused("message");
      reply(ctx, header, ReplyResult.UNSUPPORTED);
    }
  }

  private void announced(ChannelHandlerContext ctx, List<Header> answers, AlarmAttachments list)
      throws IOException {
    Optional<WantedEvidence> alarm =
        uploads
            .alarm(list.alarmNumber(), answers.get(0).phone().identity())
            .filter(a -> isOf(a, list.alarmId()));
    if (alarm.isEmpty()) {
      reply(ctx, answers, ReplyResult.FAILURE);
      close(ctx, "unknown-alarm");
      return;
    }
    Optional<String> objection = uploads.objection(list.files());
    Optional<Upload> opened =
        objection.isPresent() ? Optional.empty() : uploads.open(alarm.get(), list.files());
    if (opened.isEmpty()) {
      meters.refused(objection.orElse("room"));
      reply(ctx, answers, ReplyResult.FAILURE);
      return;
    }
    upload = opened.get();
    progress += FRAME_PROGRESS;
    reply(ctx, answers, ReplyResult.SUCCESS);
  }

  /** Some terminals fill the spare bytes, or the count, in one of the two places only. */
  private static boolean isOf(WantedEvidence alarm, AlarmId shown) {
    AlarmId known = AlarmId.decode(new BodyReader(alarm.alarmId()), alarm.alarmId().length());
    return known.terminalId().equals(shown.terminalId())
        && known.time().equals(shown.time())
        && known.sequence() == shown.sequence();
  }

  private void started(ChannelHandlerContext ctx, Header header, AttachmentFile started) {
    progress += FRAME_PROGRESS;
    boolean known = listed(started).isPresent();
    if (!known) {
      meters.refused("unlisted");
    }
    reply(ctx, header, known ? ReplyResult.SUCCESS : ReplyResult.FAILURE);
  }

  private Optional<IncomingFile> listed(AttachmentFile named) {
    return upload.find(named.name()).filter(f -> f.size() == named.size());
  }

  private void ended(ChannelHandlerContext ctx, Header header, AttachmentFile ended)
      throws IOException {
    progress += FRAME_PROGRESS;
    Optional<IncomingFile> known = listed(ended);
    if (known.isEmpty()) {
      meters.refused("unlisted");
      reply(ctx, header, ReplyResult.FAILURE);
      return;
    }
    boolean before = known.get().isKept();
    boolean whole;
    try {
      whole = uploads.keep(upload, known.get(), ended.type());
    } catch (StoreException | UncheckedIOException e) {
      // nothing was promised: the terminal sends all of it once more
      LOG.warn("evidence of safety alarm {} is not kept: {}", upload.alarm().id(), e.getMessage());
      uploads.forget(upload);
      close(ctx, "store");
      return;
    }
    if (whole && !before) {
      meters.kept();
    }
    int result = whole ? AttachmentFileEndReply.DONE : AttachmentFileEndReply.REFILL;
    send(
        ctx,
        header,
        new AttachmentFileEndReply(
            ended.name(),
            ended.type(),
            result,
            whole ? List.of() : upload.missing(known.get(), MOST_RANGES)));
  }

  private void reply(ChannelHandlerContext ctx, List<Header> answers, ReplyResult result) {
    answers.forEach(header -> reply(ctx, header, result));
  }

  private void reply(ChannelHandlerContext ctx, Header header, ReplyResult result) {
    send(ctx, header, PlatformGeneralReply.to(header, result));
  }

  private void send(ChannelHandlerContext ctx, Header answered, PlatformMessage message) {
    ByteBuf out = ctx.alloc().buffer();
    FrameCodec.encode(message.replyTo(answered, serialNumber), out);
    serialNumber = serialNumber + 1 & 0xffff;
    ctx.writeAndFlush(out);
  }

  /** On the worker. */
  private void close(ChannelHandlerContext ctx, String reason) {
    if (!closing && ctx.channel().isActive()) {
      closing = true;
      meters.closed(reason);
      ctx.close();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    try {
      worker.execute(this::release);
    } catch (RejectedExecutionException e) {
      LOG.debug("the server stops and lets go of every file", e);
    }
    ctx.fireChannelInactive();
  }

  private void release() {
    closing = true;
    parts.release();
    try {
      if (upload != null) {
        upload.release();
      }
    } catch (IOException e) {
      LOG.warn("evidence of safety alarm {} cannot be closed", upload.alarm().id(), e);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (cause instanceof IOException) {
      LOG.debug("attachment link of {} broke", ctx.channel().remoteAddress(), cause);
      meters.closed("broken");
    } else {
      LOG.error("closing attachment link of {}", ctx.channel().remoteAddress(), cause);
      meters.closed("error");
    }
    ctx.close();
  }
}
