package io.qingtu.web.bench.store;

import io.qingtu.server.store.PositionRow;
import io.qingtu.server.store.PositionStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.Driver;
import org.postgresql.PGConnection;
import org.postgresql.PGProperty;

/**
 * The least that storing rows costs: they stand in a file in COPY's binary format, and {@code psql}
 * copies it in one statement; where there is no psql, JDBC does.
 */
final class CopyFloor {
  private static final Pattern TIME = Pattern.compile("Time: ([0-9.]+) ms");

  private final String url;
  private final Path file;
  private final boolean psql;

  /** Writes the rows. */
  CopyFloor(String url, Path file, List<PositionRow> rows) throws IOException {
    this.url = url;
    this.file = file;
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = PositionStore.copyFile(rows);
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
    }
    psql = isThere();
  }

  private static boolean isThere() {
    try {
      Process version =
          new ProcessBuilder("psql", "--version")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return version.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** What it is, for the reader of its figure. */
  String name() {
    return psql
        ? "psql's \\copy of the same rows from a binary file, in the same run"
        : "JDBC's copy of the same rows from a binary file in one statement, in the same run:"
            + " there is no psql";
  }

  /**
   * Stores the rows.
   *
   * @return seconds
   */
  double store() throws IOException, SQLException, InterruptedException {
    return psql ? byPsql() : byJdbc();
  }

  private double byPsql() throws IOException, InterruptedException {
    Properties of = Driver.parseURL(url, new Properties());
    ProcessBuilder command =
        new ProcessBuilder(
            "psql",
            "-X",
            "-h",
            PGProperty.PG_HOST.getOrDefault(of),
            "-p",
            PGProperty.PG_PORT.getOrDefault(of),
            "-U",
            PGProperty.USER.getOrDefault(of),
            "-d",
            PGProperty.PG_DBNAME.getOrDefault(of),
            "-c",
            "\\timing on",
            "-c",
            "\\" + PositionStore.copyStatement("'" + file + "'"));
    String password = PGProperty.PASSWORD.getOrDefault(of);
    if (password != null) {
      command.environment().put("PGPASSWORD", password);
    }
    Process process = command.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Matcher time = TIME.matcher(said);
    if (process.waitFor() != 0 || !time.find()) {
      throw new IllegalStateException("psql does not copy: " + said);
    }
    return Double.parseDouble(time.group(1)) / 1000;
  }

  private double byJdbc() throws IOException, SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        InputStream in = Files.newInputStream(file)) {
      long begun = System.nanoTime();
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(PositionStore.copyStatement("stdin"), in, 1 << 16);
      return (System.nanoTime() - begun) / 1e9;
    }
  }
}
