package io.qingtu.server.net;

import io.qingtu.protocol.frame.PartAssembler;
import io.qingtu.server.config.ConfigReader;
import java.time.Duration;

/**
 * Bounds of the messages that come in sub-packages.
 *
 * @param terminalBytes memory for the unfinished messages of one terminal
 * @param bytes memory for those of all terminals
 * @param time an unfinished message is given up when no part came for so long
 * @param patience missing parts are asked for when no part came for so long
 */
public record TransferConfig(int terminalBytes, int bytes, Duration time, Duration patience) {
  private static final int TRANSFERS = 32;
  private static final int TRIES = 5;
  private static final int MEBIBYTE = 1024 * 1024;

  public static TransferConfig read(ConfigReader in) {
    return new TransferConfig(
        in.number("transfer.terminal-bytes", 4 * MEBIBYTE, 1024, Integer.MAX_VALUE),
        in.number("transfer.bytes", 256 * MEBIBYTE, 1024, Integer.MAX_VALUE),
        in.duration("transfer.time", Duration.ofSeconds(90)),
        in.duration("transfer.patience", Duration.ofSeconds(5)));
  }

  /** What one terminal may have unfinished. */
  PartAssembler.Limits limits() {
    return new PartAssembler.Limits(TRANSFERS, terminalBytes, time, patience, TRIES);
  }
}
