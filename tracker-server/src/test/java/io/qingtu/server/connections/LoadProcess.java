package io.qingtu.server.connections;

import io.qingtu.fixtures.OwnProcess;
import io.qingtu.fixtures.swarm.StandingSwarm;
import io.qingtu.fixtures.swarm.StandingSwarm.Counts;
import io.qingtu.fixtures.swarm.SwarmFleet;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Some of the terminals as a process of its own, that ends with the one which started it. For every
 * line that it is told it says what it has counted.
 */
final class LoadProcess {
  private static final String QUIET = "quiet";
  private static final int SOURCES = 4;
  private static final Duration REACH = Duration.ofDays(20);
  private static final int FIXES = (int) REACH.minusDays(1).toSeconds() / 10;

  private final Process process;
  private final BufferedReader out;

  private LoadProcess(Process process) {
    this.process = process;
    this.out = process.inputReader();
  }

  /**
   * Its share of the terminals, and how they behave.
   *
   * @param first number of the first, from 1
   * @param network of the loopback that they connect from, as 127.0.1
   */
  record Share(
      int port,
      String network,
      int first,
      int terminals,
      int positionsPerSecond,
      int heartbeatSeconds,
      int retrySeconds) {
    private List<String> arguments() {
      return List.of(
          network,
          Integer.toString(port),
          Integer.toString(first),
          Integer.toString(terminals),
          Integer.toString(positionsPerSecond),
          Integer.toString(heartbeatSeconds),
          Integer.toString(retrySeconds));
    }
  }

  /** Its arguments are those of its share. */
  static final class Main {
    private Main() {}

    public static void main(String[] args) throws IOException {
      int[] n = Arrays.stream(args).skip(1).mapToInt(Integer::parseInt).toArray();
      Instant start = Instant.now().minus(REACH).truncatedTo(ChronoUnit.SECONDS);
      StandingSwarm swarm =
          new StandingSwarm(
              new SwarmFleet(n[1], n[2], start, FIXES),
              new StandingSwarm.Plan(
                  new InetSocketAddress(InetAddress.getLoopbackAddress(), n[0]),
                  sources(args[0]),
                  n[3],
                  Duration.ofSeconds(n[4]),
                  Duration.ofSeconds(n[5])));
      BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.equals(QUIET)) {
          swarm.quiet();
        }
        System.out.println(text(swarm.counts()));
      }
      Runtime.getRuntime().halt(0);
    }

    private static List<InetAddress> sources(String network) throws IOException {
      List<InetAddress> sources = new ArrayList<>();
      for (int i = 1; i <= SOURCES; i++) {
        sources.add(InetAddress.getByName(network + "." + i));
      }
      return sources;
    }
  }

  static LoadProcess start(List<String> options, Share share) throws IOException {
    return new LoadProcess(OwnProcess.start(options, Main.class, share.arguments()));
  }

  /** What its terminals have seen so far. */
  Counts counts() {
    return ask("");
  }

  /** As {@link #counts()}; from now on its terminals send heartbeats only. */
  Counts quiet() {
    return ask(QUIET);
  }

  private Counts ask(String line) {
    try {
      process.getOutputStream().write((line + "\n").getBytes());
      process.getOutputStream().flush();
      String answer = out.readLine();
      if (answer == null) {
        throw new IllegalStateException("a process of terminals has ended");
      }
      return counts(answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Counts c) {
    return LongStream.of(
            c.online(),
            c.failed(),
            c.lost(),
            c.refused(),
            c.sent(),
            c.acknowledged(),
            c.heartbeats(),
            c.heartbeatsAnswered())
        .mapToObj(Long::toString)
        .collect(Collectors.joining(" "));
  }

  private static Counts counts(String text) {
    long[] n = Arrays.stream(text.split(" ")).mapToLong(Long::parseLong).toArray();
    return new Counts(n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7]);
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }
}
