package io.qingtu.web.bench;

import io.qingtu.fixtures.TestFolder;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;

/**
 * The server of a {@link MapLoadRun} in a process of its own: ten thousand terminals and their
 * connections' other ends would be too many open files for one.
 */
final class MapLoadServer implements Closeable {
  private final Process process;
  private final InetSocketAddress gateway;
  private final int webPort;

  /**
   * Starts it.
   *
   * @throws IOException where it does not start; why stands on the standard error
   */
  MapLoadServer(String database, int vehicles) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx1500m",
            "-cp",
            System.getProperty("java.class.path"),
            MapLoadServer.class.getName(),
            database,
            Integer.toString(vehicles));
    process = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
    BufferedReader out = process.inputReader();
    String line = out.readLine();
    while (line != null && !line.startsWith("ports ")) {
      line = out.readLine();
    }
    if (line == null) {
      throw new IOException("the server does not start");
    }
    String[] ports = line.split(" ");
    gateway = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(ports[1]));
    webPort = Integer.parseInt(ports[2]);
  }

  InetSocketAddress gateway() {
    return gateway;
  }

  int webPort() {
    return webPort;
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    process.onExit().join();
  }

  /** Arguments: URL of an empty database, vehicles. Serves until its standard input ends. */
  public static void main(String[] args) throws IOException {
    BenchCity city = new BenchCity(Integer.parseInt(args[1]));
    OffendingFleet fleet = new OffendingFleet(city);
    try (BenchServer server =
        new BenchServer(args[0], TestFolder.make("map-load"), city.plan(), fleet.terminals())) {
      System.out.printf("ports %d %d%n", server.gateway().getPort(), server.webPort());
      while (System.in.read() >= 0) {
        // what is written to it is of no interest
      }
    }
  }
}
