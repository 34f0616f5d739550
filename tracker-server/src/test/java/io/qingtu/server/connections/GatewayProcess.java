package io.qingtu.server.connections;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.qingtu.fixtures.OwnProcess;
import io.qingtu.server.ServerConfig;
import io.qingtu.server.TrackerServer;
import io.qingtu.server.config.ConfigReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A gateway as a process of its own, that ends with the one which started it. */
public final class GatewayProcess {
  private static final String READY = "ready";

  private final Process process;

  private GatewayProcess(Process process) {
    this.process = process;
  }

  /** Its arguments are its configuration, key=value. */
  static final class Main {
    private Main() {}

    public static void main(String[] args) throws IOException {
      Map<String, String> keys = new HashMap<>();
      for (String arg : args) {
        int equals = arg.indexOf('=');
        keys.put(arg.substring(0, equals), arg.substring(equals + 1));
      }
      ConfigReader in = new ConfigReader(keys, Map.of());
      ServerConfig config = ServerConfig.read(in);
      in.finish();
      new TrackerServer(config, Clock.systemUTC(), new SimpleMeterRegistry()).start();
      System.out.println(READY);
      endWithParent();
    }
  }

  /** Returns never: whoever has started this process holds the other end of its input. */
  static void endWithParent() throws IOException {
    while (System.in.read() >= 0) {
      // nothing is said to it
    }
    Runtime.getRuntime().halt(0);
  }

  /**
   * Starts it; {@link #awaitReady()} waits for it.
   *
   * @param options of its virtual machine
   */
  public static GatewayProcess start(List<String> options, List<String> keys) throws IOException {
    return new GatewayProcess(OwnProcess.start(options, Main.class, keys));
  }

  /** Returns when terminals may come. */
  public void awaitReady() throws IOException {
    OwnProcess.await(process, READY);
  }

  /** Memory of the process, bytes. */
  long residentBytes() throws IOException {
    String status = Files.readString(Path.of("/proc", Long.toString(process.pid()), "status"));
    return status
        .lines()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
        .findFirst()
        .orElseThrow();
  }

  /** CPU time that it has taken so far, s. */
  double cpuSeconds() {
    return process.info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
  }

  /** Without a chance to do anything more; all of them at once. */
  public static void kill(Collection<GatewayProcess> gateways) throws InterruptedException {
    gateways.forEach(gateway -> gateway.process.destroyForcibly());
    for (GatewayProcess gateway : gateways) {
      gateway.process.waitFor();
    }
  }
}
