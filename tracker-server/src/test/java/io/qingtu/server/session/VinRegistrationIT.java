package io.qingtu.server.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.fixtures.packet.PacketBuilder;
import io.qingtu.fixtures.packet.Registration;
import io.qingtu.server.RunningServer;
import io.qingtu.server.TerminalSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A vehicle without plates: its terminal registers by the VIN, with the colour 0. */
class VinRegistrationIT {
  private static final String VIN = "LXTSYNTH0AA000001";
  private static final int ACCEPTED = 0;
  private static final int NO_SUCH_VEHICLE = 2;

  private RunningServer running;

  @BeforeEach
  void start() {
    running = new RunningServer(VinRegistrationIT.class, Map.of("analysis.enabled", "false"));
  }

  @AfterEach
  void stop() {
    running.close();
  }

  private int register(PacketBuilder.Version version, int color, String plateOrVin) {
    try (TerminalSocket terminal =
        new TerminalSocket(running.port(), RunningServer.PHONE, version)) {
      Registration said =
          new Registration(44, 300, "QTSIM", "QT-SIM-1", "1234567", color, plateOrVin);
      return terminal.ask(terminal.packets.register(said)).result();
    }
  }

  private void read(String vin) {
    running
        .parts()
        .database()
        .update("update vehicle set vin = ? where plate = ?", vin, RunningServer.PLATE);
    running.parts().terminals().refresh();
  }

  /** What is on file of what the terminal has asked by last. */
  private List<String> asked() {
    running.parts().traits().flush();
    return running
        .parts()
        .database()
        .query(
            "select vin from terminal_traits where phone = ?",
            row -> row.getString("vin"),
            RunningServer.PHONE);
  }

  @Test
  void isRegisteredByTheVinThatWasReadAndByNoOther() {
    for (PacketBuilder.Version version : PacketBuilder.Version.values()) {
      read("");
      assertEquals(NO_SUCH_VEHICLE, register(version, 0, VIN), version + ": nobody has read it");
      read(VIN);
      assertEquals(ACCEPTED, register(version, 0, VIN), version.toString());
      assertEquals(List.of(VIN), asked());
      String other = VIN.replace("01", "02");
      assertEquals(NO_SUCH_VEHICLE, register(version, 0, other), version.toString());
      assertEquals(List.of(other), asked(), "what it says is kept, to be compared");
    }
  }

  @Test
  void isRegisteredByThePlateAsBefore() {
    read(VIN);
    assertEquals(ACCEPTED, register(PacketBuilder.Version.V2019, 2, RunningServer.PLATE));
    assertEquals(List.of(""), asked());
    assertEquals(
        NO_SUCH_VEHICLE,
        register(PacketBuilder.Version.V2019, 2, VIN),
        "a VIN with the colour of a plate is none");
  }
}
