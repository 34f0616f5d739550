package io.qingtu.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A main class of the tests in a virtual machine of its own, so that it can be killed. */
public final class OwnProcess {
  private OwnProcess() {}

  /** Its standard error goes to the test's. */
  public static Process start(Class<?> main, String... arguments) throws IOException {
    return start(List.of(), main, Arrays.asList(arguments));
  }

  /**
   * As above.
   *
   * @param options of its virtual machine
   */
  public static Process start(List<String> options, Class<?> main, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", classPath(main), main.getName()));
    command.addAll(arguments);
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /**
   * Waits until it prints a line that begins so. What it prints later is read, too, so that it
   * never has to wait for that.
   *
   * @return the rest of the line
   */
  public static String await(Process process, String begin) throws IOException {
    BufferedReader out = process.inputReader();
    String line = out.readLine();
    while (line != null && !line.startsWith(begin)) {
      line = out.readLine();
    }
    if (line == null) {
      throw new IOException("it ended before it said: " + begin);
    }
    Thread reading = new Thread(() -> out.lines().forEach(later -> {}), "output");
    reading.setDaemon(true);
    reading.start();
    return line.substring(begin.length());
  }

  /** Some launchers of tests have a class loader, others the system's class path. */
  private static String classPath(Class<?> main) {
    if (main.getClassLoader() instanceof URLClassLoader loader) {
      return Arrays.stream(loader.getURLs())
          .map(URL::getPath)
          .collect(Collectors.joining(System.getProperty("path.separator")));
    }
    return System.getProperty("java.class.path");
  }
}
