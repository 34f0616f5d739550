package io.qingtu.web.command;

import io.qingtu.server.ServerConfig;
import io.qingtu.server.config.ConfigException;
import io.qingtu.server.config.ConfigReader;
import io.qingtu.web.server.WebConfig;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code serve --config FILE}: the production server. Gateway, analysis and web can each be
 * switched off in the file, so that they may run apart on one database. Runs until SIGTERM.
 */
@Command(
    name = "serve",
    description = "The production server: gateway, analysis, web",
    mixinStandardHelpOptions = true)
public final class ServeCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description = "properties file; the environment overrides a.b-c as QINGTU_A_B_C")
  private Path file;

  @Override
  public Integer call() throws InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    try {
      ConfigReader in = ConfigReader.of(file, System.getenv());
      ServerFile config = read(in);
      LOG.info("configuration {}", in.effective());
      serve(config, stopped);
    } catch (ConfigException e) {
      e.problems().forEach(p -> System.err.println("tracker serve: " + p));
      return 2;
    } catch (RuntimeException e) {
      LOG.debug("start failed", e);
      System.err.println("tracker serve: " + e.getMessage());
      return 1;
    }
    stopped.await();
    return 0;
  }

  /**
   * Every key of the command.
   *
   * @throws ConfigException that names all keys that are wrong
   */
  static ServerFile read(ConfigReader in) {
    ServerFile config = new ServerFile(ServerConfig.read(in), WebConfig.read(in));
    in.finish();
    return config;
  }

  private static void serve(ServerFile config, CountDownLatch stopped) throws InterruptedException {
    Services services = Services.start(config);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  services.close();
                  stopped.countDown();
                },
                "stop"));
  }
}
