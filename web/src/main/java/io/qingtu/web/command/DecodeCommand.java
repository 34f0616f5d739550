package io.qingtu.web.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qingtu.server.profile.ProfileException;
import io.qingtu.server.profile.TerminalProfile;
import io.qingtu.web.packet.AnnotationTable;
import io.qingtu.web.packet.PacketAnnotator;
import io.qingtu.web.packet.PacketDecoder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code decode [HEX…]}: packets to JSON lines. A packet that is no good is a line too, and no
 * failure of the command.
 */
@Command(
    name = "decode",
    description = "Show JT/T 808 packets as JSON, one object a packet",
    mixinStandardHelpOptions = true)
public final class DecodeCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "HEX",
      arity = "0..*",
      description = "packets in hexadecimal; without any, each line of standard input")
  private List<String> packets = List.of();

  @Option(
      names = "--profile",
      paramLabel = "FILE",
      description = "terminal profile (YAML) that names the vendor's sensors")
  private Path profile;

  @Option(
      names = "--strict",
      description = "refuse a wrong version flag and a checksum that is not escaped")
  private boolean strict;

  @Option(
      names = "--annotate",
      description = "explain each packet byte by byte, as a table instead of JSON")
  private boolean annotate;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Function<String, List<String>> shown = annotate ? tables() : objects();
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    for (String packet : packets) {
      print(shown.apply(packet), out);
    }
    if (packets.isEmpty()) {
      decodeLines(shown, out);
    }
    out.flush();
    return 0;
  }

  private Function<String, List<String>> objects() {
    PacketDecoder decoder = new PacketDecoder(strict, profile());
    return line -> decoder.decode(line).stream().map(ObjectNode::toString).toList();
  }

  /** Tables with an empty line behind each. */
  private Function<String, List<String>> tables() {
    PacketAnnotator annotator = new PacketAnnotator(strict, profile());
    return line ->
        annotator.annotate(line).stream()
            .flatMap(packet -> Stream.concat(AnnotationTable.lines(packet).stream(), Stream.of("")))
            .toList();
  }

  private static void decodeLines(Function<String, List<String>> shown, PrintStream out)
      throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (!line.isBlank()) {
        print(shown.apply(line), out);
      }
      if (!in.ready()) {
        // whoever types the packets, or pipes them one by one, waits for the answer
        out.flush();
      }
    }
  }

  private static void print(List<String> lines, PrintStream out) {
    lines.forEach(line -> out.print(line + "\n"));
  }

  private Optional<TerminalProfile> profile() {
    try {
      return Optional.ofNullable(profile).map(TerminalProfile::read);
    } catch (ProfileException e) {
      throw new ParameterException(spec.commandLine(), "--profile " + e.getMessage());
    }
  }
}
