package io.qingtu.server.store;

/** What holds for the whole database. */
public final class SettingStore {
  private static final String SYNTHETIC = "synthetic";

  private final Database database;

  public SettingStore(Database database) {
    this.database = database;
  }

  /** Whether the city, its fleet or its tracks are made up. */
  public boolean synthetic() {
    return !database
        .query("select 1 from setting where name = ? and value = 'true'", row -> true, SYNTHETIC)
        .isEmpty();
  }

  /** From now on every page and report says that the data are made up; there is no way back. */
  public void declareSynthetic() {
    database.update(
        "insert into setting (name, value) values (?, 'true')"
            + " on conflict (name) do update set value = excluded.value",
        SYNTHETIC);
  }
}
