package io.qingtu.server.archive;

import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.frame.Header;
import io.qingtu.protocol.message.TerminalMessage;
import io.qingtu.protocol.message.UnknownMessage;
import io.qingtu.protocol.message.general.ReplyResult;
import io.qingtu.protocol.message.general.TerminalGeneralReply;
import io.qingtu.protocol.message.record.DriverIdentity;
import io.qingtu.protocol.message.record.RecorderReport;
import io.qingtu.server.ingest.IngestConfig;
import io.qingtu.server.recorder.RecorderAnswer;
import io.qingtu.server.session.Receiver;
import io.qingtu.server.session.TerminalSession;
import io.qingtu.server.store.DriverCardRow;
import io.qingtu.server.store.RecorderVins;
import io.qingtu.server.store.RegisteredTerminal;
import io.qingtu.server.store.TerminalReport;
import io.qingtu.server.store.TerminalReportStore;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The last receiver: files every message that is understood, by the standard or by the terminal's
 * profile, and that nobody has taken, as it came, and then answers it, so that nothing acknowledged
 * is lost. Beside it stands by which VIN a driving recorder says that it knows its vehicle, and who
 * drives as a card says.
 */
public final class ReportReceiver implements Receiver {
  private final TerminalReportStore store;
  private final RecorderVins vins;
  private final CardReading cards;
  private final Archive archive;
  private final Clock clock;

  /**
   * @param possible which times may be
   */
  public ReportReceiver(
      TerminalReportStore store,
      RecorderVins vins,
      IngestConfig possible,
      Archive archive,
      Clock clock) {
    this.store = store;
    this.vins = vins;
    this.cards = new CardReading(possible.oldest(), possible.ahead());
    this.archive = archive;
    this.clock = clock;
  }

  @Override
  public boolean receive(
      TerminalSession session, List<Header> answers, Bytes body, TerminalMessage message) {
    if (message instanceof TerminalGeneralReply || isUnknown(session, message)) {
      return false;
    }
    RegisteredTerminal terminal = session.terminal().orElseThrow();
    Header first = answers.get(0);
    Instant received = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    TerminalReport report =
        new TerminalReport(
            terminal.vehicleId(),
            terminal.phone(),
            received,
            message.messageId(),
            first.version().year(),
            first.serialNumber(),
            body);
    archive.submit(
        session,
        body.length(),
        () -> {
          card(message, terminal, received)
              .ifPresentOrElse(c -> store.file(report, c), () -> store.file(report));
          vin(message)
              .ifPresent(v -> vins.file(terminal.vehicleId(), terminal.phone(), v, received));
          session.answer(answers, ReplyResult.SUCCESS);
        },
        () -> session.answer(answers, ReplyResult.FAILURE));
    return true;
  }

  private Optional<DriverCardRow> card(
      TerminalMessage message, RegisteredTerminal terminal, Instant received) {
    return message instanceof DriverIdentity said
        ? Optional.of(cards.read(said, terminal.vehicleId(), received))
        : Optional.empty();
  }

  /** By which the recorder knows its vehicle, blank where by none; not told in other messages. */
  private static Optional<String> vin(TerminalMessage message) {
    return message instanceof RecorderReport report
        ? RecorderAnswer.vin(report.block())
        : Optional.empty();
  }

  private static boolean isUnknown(TerminalSession session, TerminalMessage message) {
    return message instanceof UnknownMessage unknown
        && session
            .profile()
            .orElseThrow()
            .vocabulary()
            .message(unknown.messageId(), unknown.body().length())
            .isEmpty();
  }
}
