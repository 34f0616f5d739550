package io.qingtu.server.command;

import static io.qingtu.server.RunningServer.PHONE;
import static io.qingtu.server.RunningServer.PLATE;
import static io.qingtu.server.store.CommandState.ANSWERED;
import static io.qingtu.server.store.CommandState.REFUSED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.qingtu.fixtures.packet.LocationBody;
import io.qingtu.fixtures.packet.PacketBuilder.Version;
import io.qingtu.fixtures.packet.Registration;
import io.qingtu.fixtures.terminal.TerminalSimulator;
import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.TerminalMessage;
import io.qingtu.protocol.message.management.AttributesReply;
import io.qingtu.protocol.message.management.ParameterType;
import io.qingtu.protocol.message.management.ParametersReply;
import io.qingtu.protocol.message.record.RecorderReport;
import io.qingtu.protocol.table.TerminalMessageType;
import io.qingtu.server.recorder.RecorderAnswer;
import io.qingtu.server.store.MediaQueries;
import io.qingtu.server.store.MediaRow;
import io.qingtu.server.store.Scope;
import io.qingtu.server.store.StoredMessage;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every kind of command, done by a simulated terminal that writes its answers by itself. */
class SimulatedTerminalIT {
  private static Commands commands;
  private static EventLoopGroup loops;

  @BeforeAll
  static void start() {
    commands = new Commands(SimulatedTerminalIT.class);
    loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  }

  @AfterAll
  static void stop() {
    loops.shutdownGracefully();
    commands.close();
  }

  /** A terminal that has reported once. */
  private static TerminalSimulator online(Version version) {
    TerminalSimulator terminal =
        new TerminalSimulator(
                loops,
                new InetSocketAddress(InetAddress.getLoopbackAddress(), commands.server.port()),
                version,
                PHONE,
                Registration.of("1234567", PLATE),
                ack -> {})
            .start();
    commands.clock.now = commands.clock.now.plusSeconds(60);
    terminal.report(
        commands.clock.now, LocationBody.at(36.75, 119.1, commands.clock.now).satellites(11));
    commands.await(() -> terminal.acknowledged() == 1);
    return terminal;
  }

  private static TerminalMessage reply(long id) {
    StoredMessage reply = commands.await(id, ANSWERED).reply().orElseThrow();
    return TerminalMessageType.decode(
        reply.messageId(), new BodyReader(reply.body()), ProtocolVersion.valueOf(reply.version()));
  }

  @ParameterizedTest
  @EnumSource(
      value = Version.class,
      names = {"V2013", "V2019"})
  void answersQuestionsAndDoesAsItIsTold(Version version) {
    try (TerminalSimulator terminal = online(version)) {
      long stored = commands.server.parts().positions().count();
      commands.clock.now = commands.clock.now.plusSeconds(5);
      long locate = commands.ask(CommandKind.LOCATE, "{}");
      assertEquals(0x0201, reply(locate).messageId());
      assertEquals(stored, commands.server.parts().positions().count(), "the same fix once more");

      AttributesReply attributes =
          (AttributesReply) reply(commands.ask(CommandKind.QUERY_ATTRIBUTES, "{}"));
      assertEquals("QT-SIM-1", attributes.model());
      RecorderReport recorder =
          (RecorderReport) reply(commands.ask(CommandKind.QUERY_RECORDER_VEHICLE, "{}"));
      assertEquals(Optional.of("LXTSYNTH001234567"), RecorderAnswer.vin(recorder.block()));
      for (String told : List.of("{'text':'请慢行'}", "{'text':'a','urgent':true,'speak':false}")) {
        assertEquals(1, reply(commands.ask(CommandKind.TEXT, told)).messageId());
      }
      reply(commands.ask(CommandKind.TRACK, "{'intervalSeconds':5,'durationSeconds':60}"));
      reply(commands.ask(CommandKind.RESTART, "{}"));
      assertEquals(List.of(), terminal.refusals());
    }
  }

  @Test
  void keepsAParameterThatIsWritten() {
    try (TerminalSimulator terminal = online(Version.V2013)) {
      reply(
          commands.ask(
              CommandKind.WRITE_PARAMETERS,
              "{'parameters':[{'name':'HEARTBEAT_INTERVAL','value':45},"
                  + "{'name':'PLATFORM_PHONE','value':'12345'}]}"));
      ParametersReply read =
          (ParametersReply)
              reply(commands.ask(CommandKind.READ_PARAMETERS, "{'names':['HEARTBEAT_INTERVAL']}"));
      assertEquals(1, read.parameters().size());
      assertEquals(ParameterType.HEARTBEAT_INTERVAL.id(), read.parameters().get(0).id());
      assertEquals(OptionalLong.of(45), read.parameters().get(0).number());
      ParametersReply all =
          (ParametersReply) reply(commands.ask(CommandKind.READ_PARAMETERS, "{}"));
      assertEquals(4, all.parameters().size());
      assertEquals(List.of(), terminal.refusals());
    }
  }

  @Test
  void sendsAPictureThatBelongsToItsCommand() throws IOException {
    try (TerminalSimulator terminal = online(Version.V2019)) {
      long id = commands.ask(CommandKind.SNAPSHOT, "{'channel':2}");
      commands.await(id, ANSWERED);
      commands.await(() -> !pictures().isEmpty());
      MediaRow picture = pictures().get(0);
      assertEquals(2, picture.channel());
      assertTrue(picture.size() > 8_000 && picture.size() < 60_000, "bytes: " + picture.size());
      BufferedImage image =
          ImageIO.read(
              commands.server.parts().media().folder().verified(picture.sha256()).toFile());
      assertEquals(640, image.getWidth());
      commands.await(() -> pictures().get(0).commandId() != null);
      assertEquals(id, pictures().get(0).commandId());

      long blind = commands.ask(CommandKind.SNAPSHOT, "{'channel':5}");
      assertEquals("not supported", commands.await(blind, REFUSED).detail());
      assertEquals(List.of(), terminal.refusals());
    }
  }

  private static List<MediaRow> pictures() {
    return new MediaQueries(commands.server.parts().database())
        .ofVehicle(
            PLATE,
            commands.clock.now.minus(Duration.ofDays(1)),
            commands.clock.now.plus(Duration.ofDays(1)),
            Scope.CITY,
            10);
  }
}
