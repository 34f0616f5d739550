package io.qingtu.server.attachment;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.EventExecutor;
import io.qingtu.protocol.frame.Frame;
import io.qingtu.server.store.StoreException;
import java.io.IOException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection of a terminal that sends evidence: when it is read, watched and closed. What comes
 * is taken on a worker that may wait for disk and database, and the connection is read on when the
 * worker is done with it.
 */
final class AttachmentHandler extends ChannelInboundHandlerAdapter {
  private static final Logger LOG = LoggerFactory.getLogger(AttachmentHandler.class);

  private final AttachmentConfig config;
  private final Uploads uploads;
  private final ListParts parts;
  private final AttachmentMeters meters;
  private final EventExecutor worker;
  private AttachmentDialogue dialogue;
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
  public void handlerAdded(ChannelHandlerContext ctx) {
    AttachmentReplies replies = new AttachmentReplies(ctx);
    dialogue =
        new AttachmentDialogue(uploads, parts, meters, replies, reason -> close(ctx, reason));
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    worker.schedule(
        () -> {
          if (!dialogue.isOpen()) {
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
    long before = dialogue.progress();
    worker.schedule(
        () -> {
          if (dialogue.progress() - before < AttachmentDialogue.FRAME_PROGRESS) {
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
        dialogue.receive(frame);
      } else if (message instanceof BlockHead block) {
        dialogue.begin(block);
      } else {
        dialogue.write((ByteBuf) message);
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
    dialogue.release();
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
