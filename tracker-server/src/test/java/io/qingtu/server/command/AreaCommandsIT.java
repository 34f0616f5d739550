package io.qingtu.server.command;

import static io.qingtu.server.store.CommandState.ANSWERED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.fixtures.packet.PlatformPacket;
import io.qingtu.server.TerminalSocket;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Places and routes on file become fences and routes of a terminal. */
class AreaCommandsIT {
  private static Commands commands;

  @BeforeAll
  static void start() {
    commands = new Commands(AreaCommandsIT.class);
    place(
        "P1",
        "\"Polygon\",\"coordinates\":[[[119.1,36.7],[119.2,36.7],[119.2,36.8],[119.1,36.7]]]");
    place(
        "HOLE",
        "\"Polygon\",\"coordinates\":[[[119.1,36.7],[119.2,36.7],[119.2,36.8],[119.1,36.7]],"
            + "[[119.15,36.71],[119.16,36.71],[119.16,36.72],[119.15,36.71]]]");
    commands
        .server
        .parts()
        .database()
        .update(
            "insert into route (id, corridor_m, geometry) values ('R1', 40,"
                + " '{\"type\":\"LineString\",\"coordinates\":[[119.1,36.7],[119.2,36.7]]}')");
  }

  private static void place(String id, String geometry) {
    commands
        .server
        .parts()
        .database()
        .update(
            "insert into place (id, name, kind, geometry) values (?, '一号', 'SITE', ?::jsonb)",
            id,
            "{\"type\":" + geometry + "}");
  }

  @AfterAll
  static void stop() {
    commands.close();
  }

  private static String body(CommandKind kind, String arguments, int messageId) {
    try (TerminalSocket terminal = commands.signIn()) {
      long id = commands.ask(kind, arguments);
      PlatformPacket sent = terminal.command();
      assertEquals(messageId, sent.messageId());
      terminal.send(terminal.packets.generalReply(sent.serial(), messageId, 0));
      commands.await(id, ANSWERED);
      return HexFormat.of().formatHex(sent.body());
    }
  }

  @Test
  void sendsTheOutlineOfAPlaceWithoutItsClosingPoint() {
    // id CRC-32 of "P1", both alarms to the platform, three corners, latitude first
    assertEquals(
        "aabc4f91"
            + "0028"
            + "0003"
            + "022fff60"
            + "07195260"
            + "022fff60"
            + "071ad900"
            + "02318600"
            + "071ad900",
        body(CommandKind.SEND_AREA, "{'placeId':'P1'}", 0x8604));
  }

  @Test
  void sendsARouteWithTheWidthOfItsCorridor() {
    String body = body(CommandKind.SEND_ROUTE, "{'routeId':'R1','alarmOnEntry':false}", 0x8606);
    assertTrue(body.startsWith("0020" + "0002", 8), body);
    assertTrue(
        body.endsWith("00000002" + "00000002" + "022fff60" + "071ad900" + "50" + "00"), body);
  }

  @Test
  void deletesWhatIsNamedOrAll() {
    assertEquals("01aabc4f91", body(CommandKind.DELETE_AREA, "{'ids':['P1']}", 0x8605));
    assertEquals("00", body(CommandKind.DELETE_ROUTE, "{'all':true}", 0x8607));
  }

  @Test
  void refusesWhatIsNotOnFileOrCannotBeTold() {
    refuses("arguments.placeId", CommandKind.SEND_AREA, "{'placeId':'nowhere'}");
    refuses("arguments.placeId", CommandKind.SEND_AREA, "{'placeId':'HOLE'}");
    refuses("arguments.placeId", CommandKind.SEND_AREA, "{}");
    refuses("arguments.points", CommandKind.SEND_AREA, "{'placeId':'P1','points':[[1,2]]}");
    refuses("arguments.routeId", CommandKind.SEND_ROUTE, "{'routeId':'P1'}");
    refuses("arguments.ids", CommandKind.DELETE_AREA, "{}");
    refuses("arguments.ids", CommandKind.DELETE_AREA, "{'ids':['P1'],'all':true}");
  }

  private static void refuses(String field, CommandKind kind, String arguments) {
    CommandException e = assertThrows(CommandException.class, () -> commands.ask(kind, arguments));
    assertEquals(field, e.field(), e.getMessage());
  }
}
