package io.qingtu.server.archive;

import io.qingtu.protocol.frame.Header;
import io.qingtu.protocol.message.TerminalMessage;
import io.qingtu.protocol.message.general.ReplyResult;
import io.qingtu.protocol.message.location.LocationReport;
import io.qingtu.protocol.message.media.MediaEvent;
import io.qingtu.protocol.message.media.MediaFormat;
import io.qingtu.protocol.message.media.MultimediaData;
import io.qingtu.protocol.message.media.MultimediaReply;
import io.qingtu.server.session.Receiver;
import io.qingtu.server.session.TerminalSession;
import io.qingtu.server.store.MediaKind;
import io.qingtu.server.store.MediaSource;
import io.qingtu.server.store.MediaStore;
import io.qingtu.server.store.NewMedia;
import io.qingtu.server.store.RegisteredTerminal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Files the pictures, sound and clips of 0x0801. Their parts were answered when they came; the
 * whole is answered with 0x8800 when file and row are durable, and not before.
 */
public final class MediaReceiver implements Receiver {
  private final MediaStore store;
  private final Archive archive;
  private final Clock clock;

  public MediaReceiver(MediaStore store, Archive archive, Clock clock) {
    this.store = store;
    this.archive = archive;
    this.clock = clock;
  }

  @Override
  public boolean receive(TerminalSession session, List<Header> answers, TerminalMessage message) {
    if (!(message instanceof MultimediaData data)) {
      return false;
    }
    NewMedia media = media(session.terminal().orElseThrow(), data);
    Header answered = answers.get(answers.size() - 1);
    MultimediaReply complete = MultimediaReply.complete(data.mediaId());
    // the head of 2011 has packets, its reply a serial number
    MultimediaReply reply =
        data.packet().isPresent() ? complete.to(answered.serialNumber()) : complete;
    archive.submit(
        session,
        data.data().length(),
        () -> {
          store.file(media, data.data().toArray());
          session.answer(answered, reply);
        },
        () -> session.answer(List.of(answered), ReplyResult.FAILURE));
    return true;
  }

  private NewMedia media(RegisteredTerminal terminal, MultimediaData data) {
    Optional<LocationReport> place = data.location().filter(LocationReport::fixed);
    Instant received = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    boolean commanded = data.event() == MediaEvent.COMMAND.code();
    return new NewMedia(
        terminal.vehicleId(),
        terminal.phone(),
        Optional.of(data.mediaId()),
        kind(data.kind()),
        MediaFormat.find(data.format()).map(MediaReceiver::ending).orElse("bin"),
        MediaEvent.find(data.event()).map(Enum::name).orElse("EVENT_" + data.event()),
        data.channel(),
        data.location().flatMap(at -> at.time().instant()),
        received,
        place.map(LocationReport::longitude).orElse(Double.NaN),
        place.map(LocationReport::latitude).orElse(Double.NaN),
        commanded ? MediaSource.COMMAND : MediaSource.TERMINAL,
        "",
        Optional.empty(),
        Optional.empty());
  }

  private static MediaKind kind(int code) {
    return io.qingtu.protocol.message.media.MediaKind.find(code)
        .map(kind -> MediaKind.valueOf(kind.name()))
        .orElse(MediaKind.OTHER);
  }

  private static String ending(MediaFormat format) {
    return switch (format) {
      case JPEG -> "jpg";
      case TIF -> "tif";
      case MP3 -> "mp3";
      case WAV -> "wav";
      case WMV -> "wmv";
    };
  }
}
