package io.qingtu.web.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.UnixOperatingSystemMXBean;
import io.qingtu.fixtures.packet.PacketBuilder;
import io.qingtu.fixtures.terminal.TerminalLoad;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code simulate}: a load of synthetic terminals that register, authenticate, report and wait for
 * acknowledgements. The server has to be told of them: {@code gateway.simulated-terminals=N}.
 */
@Command(
    name = "simulate",
    description = "Put a server under the load of simulated terminals",
    mixinStandardHelpOptions = true)
public final class SimulateCommand implements Callable<Integer> {
  /** Descriptors that the program needs for itself. */
  private static final long RESERVE = 200;

  @Option(names = "--host", defaultValue = "127.0.0.1", description = "default ${DEFAULT-VALUE}")
  private String host;

  @Option(names = "--port", defaultValue = "7611", description = "default ${DEFAULT-VALUE}")
  private int port;

  @Option(names = "--terminals", required = true, paramLabel = "N")
  private int terminals;

  @Option(
      names = "--interval",
      defaultValue = "10s",
      converter = DurationConverter.class,
      description = "between two reports of a terminal, default ${DEFAULT-VALUE}")
  private Duration interval;

  @Option(
      names = "--duration",
      defaultValue = "60s",
      converter = DurationConverter.class,
      description = "default ${DEFAULT-VALUE}")
  private Duration duration;

  @Option(names = "--seed", defaultValue = "1", description = "of the tracks")
  private long seed;

  @Option(names = "--version", defaultValue = "2013", description = "2011, 2013 or 2019")
  private String version;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws JsonProcessingException {
    TerminalLoad.Plan plan =
        new TerminalLoad.Plan(address(), count(), interval, duration, seed, protocolVersion());
    TerminalLoad.Result result;
    try {
      result = new TerminalLoad(plan, acknowledgement -> {}).run();
    } catch (IllegalStateException e) {
      System.err.println("tracker simulate: " + e.getMessage());
      return 1;
    }
    System.out.println(new ObjectMapper().writeValueAsString(result));
    return result.lost() == 0 ? 0 : 1;
  }

  private InetSocketAddress address() {
    if (port < 1 || port > 65_535) {
      throw new ParameterException(spec.commandLine(), "--port " + port + " is not 1 to 65535");
    }
    InetSocketAddress address = new InetSocketAddress(host, port);
    if (address.isUnresolved()) {
      throw new ParameterException(spec.commandLine(), "--host " + host + " is not known");
    }
    return address;
  }

  private int count() {
    if (terminals < 1 || terminals > 99_999) {
      throw new ParameterException(
          spec.commandLine(), "--terminals " + terminals + " is not 1 to 99999");
    }
    if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix) {
      long free = unix.getMaxFileDescriptorCount() - unix.getOpenFileDescriptorCount() - RESERVE;
      if (terminals > free) {
        throw new ParameterException(
            spec.commandLine(),
            "--terminals %d: the limit of open files (ulimit -n, %d) lets %d connect"
                .formatted(terminals, unix.getMaxFileDescriptorCount(), free));
      }
    }
    return terminals;
  }

  private PacketBuilder.Version protocolVersion() {
    return switch (version) {
      case "2011" -> PacketBuilder.Version.V2011;
      case "2013" -> PacketBuilder.Version.V2013;
      case "2019" -> PacketBuilder.Version.V2019;
      default ->
          throw new ParameterException(
              spec.commandLine(), "--version " + version + " is not 2011, 2013 or 2019");
    };
  }
}
