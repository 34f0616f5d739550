package io.qingtu.web.bench;

import io.qingtu.server.store.EmbeddedDatabase;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The database server of a benchmark that several processes use.
 *
 * @param url JDBC URL
 * @param own the server, where it is one of our own for the run
 */
public record BenchDatabase(String url, Optional<EmbeddedDatabase> own) implements AutoCloseable {
  /**
   * @param url JDBC URL of an empty database; null for a server of our own
   * @param folder where its data go then
   */
  public static BenchDatabase at(String url, Path folder) {
    if (url != null) {
      return new BenchDatabase(url, Optional.empty());
    }
    EmbeddedDatabase own = EmbeddedDatabase.start(folder.resolve("database"));
    return new BenchDatabase(own.url(), Optional.of(own));
  }

  @Override
  public void close() {
    own.ifPresent(EmbeddedDatabase::close);
  }
}
