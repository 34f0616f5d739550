package io.qingtu.server;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.qingtu.fixtures.TestDatabase;
import io.qingtu.fixtures.TestFolder;
import io.qingtu.server.config.ConfigReader;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** A server on a test database and a free port, with two vehicles and their terminals on file. */
public final class RunningServer implements AutoCloseable {
  public static final String PHONE = "13912345678";
  public static final String PLATE = "鲁V12345";
  public static final String OTHER_PHONE = "13912345679";
  public static final String OTHER_PLATE = "鲁V12346";

  public final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  public final TestDatabase database;
  public final TrackerServer server;

  public RunningServer(Class<?> test, Map<String, String> settings) {
    this(TestDatabase.forClass(test), Clock.systemUTC(), settings);
  }

  public RunningServer(TestDatabase database, Clock clock, Map<String, String> settings) {
    this.database = database;
    Map<String, String> all = new HashMap<>(settings);
    all.put("database.url", database.url());
    all.put("database.user", "");
    all.putIfAbsent("gateway.port", "0");
    all.putIfAbsent("media.folder", TestFolder.make("media").toString());
    all.putIfAbsent("journal.folder", TestFolder.make("journal").toString());
    ConfigReader reader = new ConfigReader(all, Map.of());
    ServerConfig config = ServerConfig.read(reader);
    reader.finish();
    server = new TrackerServer(config, clock, meters);
    file(PHONE, PLATE);
    file(OTHER_PHONE, OTHER_PLATE);
    server.start();
  }

  private void file(String phone, String plate) {
    parts().database().update("insert into company (name) values ('测试公司') on conflict do nothing");
    parts()
        .database()
        .update(
            "insert into vehicle (plate, kind, company_id) select ?, 'MUCK_TRUCK', id from company"
                + " on conflict do nothing",
            plate);
    parts().terminals().enter(phone, plate, "standard");
  }

  public Components parts() {
    return server.components();
  }

  public int port() {
    return parts().gateway().port();
  }

  public double count(String counter) {
    return meters.counter(counter).count();
  }

  /** Stops the server; its database stays. */
  public TestDatabase stop() {
    server.close();
    return database;
  }

  @Override
  public void close() {
    server.close();
    database.close();
  }
}
