package io.qingtu.server.attachment;

import io.netty.buffer.ByteBuf;
import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.MalformedException;
import io.qingtu.protocol.frame.Frame;
import io.qingtu.protocol.frame.Header;
import io.qingtu.protocol.frame.PartAssembler;
import io.qingtu.protocol.frame.PartAssembler.Added;
import io.qingtu.protocol.message.TerminalMessage;
import io.qingtu.protocol.message.general.Heartbeat;
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
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a terminal says over one connection, and is answered: which alarm it has evidence of, which
 * files, their blocks, and that a file is complete. It may send only what it was asked for: the
 * number of the alarm is the key. On the connection's worker alone.
 */
final class AttachmentDialogue {
  private static final Logger LOG = LoggerFactory.getLogger(AttachmentDialogue.class);

  /** Progress that a frame counts as. */
  static final int FRAME_PROGRESS = 1024;

  /** As many as one packet holds beside the longest name; the rest is asked for the next time. */
  private static final int MOST_RANGES = 110;

  private final Uploads uploads;
  private final ListParts parts;
  private final AttachmentMeters meters;
  private final AttachmentReplies replies;
  private final Consumer<String> hangUp;
  private Upload upload;
  private IncomingFile file;
  private long offset;
  private long progress;

  /**
   * @param hangUp closes the connection, with the reason
   */
  AttachmentDialogue(
      Uploads uploads,
      ListParts parts,
      AttachmentMeters meters,
      AttachmentReplies replies,
      Consumer<String> hangUp) {
    this.uploads = uploads;
    this.parts = parts;
    this.meters = meters;
    this.replies = replies;
    this.hangUp = hangUp;
  }

  /** Whether the terminal has shown which alarm it has evidence of. */
  boolean isOpen() {
    return upload != null;
  }

  /** Bytes so far, frames counted as {@link #FRAME_PROGRESS}. */
  long progress() {
    return progress;
  }

  void begin(BlockHead block) {
    Optional<IncomingFile> named = upload == null ? Optional.empty() : upload.find(block.name());
    if (named.isEmpty() || !named.get().holds(block.offset(), block.length())) {
      // its bytes cannot be told from what follows, were its length to be believed or not
      hangUp.accept(named.isEmpty() ? "unknown-file" : "block-outside");
      return;
    }
    file = named.get();
    offset = block.offset();
  }

  /** Bytes of the block that began last. */
  void write(ByteBuf bytes) throws IOException {
    int length = bytes.readableBytes();
    uploads.write(upload, file, bytes, offset);
    offset += length;
    progress += length;
    meters.written(length);
  }

  void receive(Frame frame) throws IOException {
    Header header = frame.header();
    if (header.part().isEmpty()) {
      receive(List.of(header), frame);
    } else if (!ListParts.collects(header)) {
      meters.refused("part");
      replies.reply(header, ReplyResult.UNSUPPORTED);
    } else {
      Added added = parts.add(frame);
      if (added.whole().isPresent()) {
        receive(added.answers(), added.whole().get());
      } else if (added.outcome() == PartAssembler.Outcome.DROPPED) {
        meters.refused("part");
        replies.reply(header, ReplyResult.FAILURE);
      } else if (added.outcome() == PartAssembler.Outcome.PROMPTED) {
        // the terminal sends nothing more before it has an answer
        replies.reply(header, ReplyResult.SUCCESS);
      }
    }
  }

  /**
   * @param answers headers to be answered: the frame's own, or those of all its parts
   */
  private void receive(List<Header> answers, Frame frame) throws IOException {
    Header header = answers.get(0);
    TerminalMessage message;
    try {
      message = TerminalMessageType.decode(frame);
    } catch (MalformedException e) {
      meters.refused("malformed");
      replies.reply(answers, ReplyResult.BAD_MESSAGE);
      return;
    }
    if (message instanceof AlarmAttachments attachments) {
      announced(answers, attachments);
    } else if (upload != null && message instanceof AttachmentFileStart start) {
      started(header, start.file());
    } else if (upload != null && message instanceof AttachmentFileEnd end) {
      ended(header, end.file());
    } else if (message instanceof Heartbeat) {
      replies.reply(header, ReplyResult.SUCCESS);
    } else if (!(message instanceof TerminalGeneralReply)) {
      meters.refused("message");
      replies.reply(header, ReplyResult.UNSUPPORTED);
    }
  }

  private void announced(List<Header> answers, AlarmAttachments list) throws IOException {
    Optional<WantedEvidence> alarm =
        uploads
            .alarm(list.alarmNumber(), answers.get(0).phone().identity())
            .filter(a -> isOf(a, list.alarmId()));
    if (alarm.isEmpty()) {
      replies.reply(answers, ReplyResult.FAILURE);
      hangUp.accept("unknown-alarm");
      return;
    }
    Optional<String> objection = uploads.objection(list.files());
    Optional<Upload> opened =
        objection.isPresent() ? Optional.empty() : uploads.open(alarm.get(), list.files());
    if (opened.isEmpty()) {
      meters.refused(objection.orElse("room"));
      replies.reply(answers, ReplyResult.FAILURE);
      return;
    }
    upload = opened.get();
    progress += FRAME_PROGRESS;
    replies.reply(answers, ReplyResult.SUCCESS);
  }

  /** Some terminals fill the spare bytes, or the count, in one of the two places only. */
  private static boolean isOf(WantedEvidence alarm, AlarmId shown) {
    AlarmId known = AlarmId.decode(new BodyReader(alarm.alarmId()), alarm.alarmId().length());
    return known.terminalId().equals(shown.terminalId())
        && known.time().equals(shown.time())
        && known.sequence() == shown.sequence();
  }

  private void started(Header header, AttachmentFile started) {
    progress += FRAME_PROGRESS;
    boolean known = listed(started).isPresent();
    if (!known) {
      meters.refused("unlisted");
    }
    replies.reply(header, known ? ReplyResult.SUCCESS : ReplyResult.FAILURE);
  }

  private Optional<IncomingFile> listed(AttachmentFile named) {
    return upload.find(named.name()).filter(f -> f.size() == named.size());
  }

  private void ended(Header header, AttachmentFile ended) throws IOException {
    progress += FRAME_PROGRESS;
    Optional<IncomingFile> known = listed(ended);
    if (known.isEmpty()) {
      meters.refused("unlisted");
      replies.reply(header, ReplyResult.FAILURE);
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
      hangUp.accept("store");
      return;
    }
    if (whole && !before) {
      meters.kept();
    }
    int result = whole ? AttachmentFileEndReply.DONE : AttachmentFileEndReply.REFILL;
    replies.send(
        header,
        new AttachmentFileEndReply(
            ended.name(),
            ended.type(),
            result,
            whole ? List.of() : upload.missing(known.get(), MOST_RANGES)));
  }

  /** The connection is gone: closes the files. */
  void release() {
    parts.release();
    try {
      if (upload != null) {
        upload.release();
      }
    } catch (IOException e) {
      LOG.warn("evidence of safety alarm {} cannot be closed", upload.alarm().id(), e);
    }
  }
}
