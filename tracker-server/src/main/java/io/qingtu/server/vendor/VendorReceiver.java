package io.qingtu.server.vendor;

import io.qingtu.protocol.frame.Header;
import io.qingtu.protocol.message.TerminalMessage;
import io.qingtu.protocol.message.record.CanBusReport;
import io.qingtu.protocol.message.record.CanFrame;
import io.qingtu.protocol.message.transparent.TransparentData;
import io.qingtu.server.ingest.SensorReaders;
import io.qingtu.server.session.Receiver;
import io.qingtu.server.session.TerminalSession;
import io.qingtu.server.store.RegisteredTerminal;
import java.time.Clock;
import java.util.List;

/**
 * Reads the states in transparent data, where the terminal's profile knows of any, and keeps them
 * for the positions that follow. The message goes on to those who file and answer it.
 */
public final class VendorReceiver implements Receiver {
  private final SensorReaders sensors;
  private final Clock clock;

  public VendorReceiver(SensorReaders sensors, Clock clock) {
    this.sensors = sensors;
    this.clock = clock;
  }

  @Override
  public boolean receive(TerminalSession session, List<Header> answers, TerminalMessage message) {
    if (message instanceof TransparentData data) {
      sensors.carry(
          session.terminal().orElseThrow(), reader -> reader.carry(data, clock.instant()));
    } else if (message instanceof CanBusReport report) {
      RegisteredTerminal terminal = session.terminal().orElseThrow();
      for (CanFrame frame : report.frames()) {
        sensors.carry(
            terminal, reader -> reader.carryCan(frame.busId(), frame.data(), clock.instant()));
      }
    }
    return false;
  }
}
