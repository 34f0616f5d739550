package io.qingtu.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.fixtures.TestDatabase;
import io.qingtu.fixtures.city.SampleCity;
import io.qingtu.route.plan.CityPlan;
import io.qingtu.server.dataset.DataSet;
import io.qingtu.server.dataset.DataSetException;
import io.qingtu.server.profile.Profiles;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.PlanStore;
import io.qingtu.server.store.TerminalRegister;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A city comes in as files. */
class PlanImportIT {
  @TempDir private Path folder;

  private TestDatabase server;
  private Database database;
  private PlanStore plans;
  private TerminalRegister terminals;
  private PlanImport planImport;

  @BeforeEach
  void open() throws IOException {
    server = TestDatabase.forClass(getClass());
    database = new Database(Database.Config.of(server.url()));
    plans = new PlanStore(database);
    terminals = new TerminalRegister(database);
    planImport = new PlanImport(plans, terminals, Profiles.builtIn());
    SampleCity.standard().write(folder);
  }

  @AfterEach
  void close() {
    database.close();
    server.close();
  }

  @Test
  void filesThePlanAndTheTerminalsAndTheSameAgainChangesNothing() {
    planImport.run(folder);
    CityPlan filed = plans.read();
    assertEquals(DataSet.readPlan(folder).vehicles().size(), filed.vehicles().size());
    assertTrue(filed.segments().size() > 0 && filed.requirements().size() > 0);
    assertEquals(SampleCity.standard().data().terminals().size(), terminals.all().size());
    database.update("update terminal set auth_code = 'kept'");
    planImport.run(folder);
    assertEquals(filed.segments().size(), plans.read().segments().size());
    assertEquals(
        terminals.all().size(),
        server.ask("select count(*) from terminal where auth_code = 'kept'"));
  }

  @Test
  void filesNothingWhereOneRowIsWrong() throws IOException {
    Files.writeString(
        folder.resolve("terminals.csv"), "13900009999,nobody,\n", StandardOpenOption.APPEND);
    DataSetException e = assertThrows(DataSetException.class, () -> planImport.run(folder));
    assertTrue(e.getMessage().matches("terminals.csv, row \\d+: .*nobody.*"), e.getMessage());
    assertEquals(0, server.ask("select count(*) from vehicle"));
    assertEquals(0, terminals.all().size());
  }

  @Test
  void aTerminalMayBelongToAVehicleThatIsOnFileAlready() throws IOException {
    planImport.run(folder);
    int before = terminals.all().size();
    String plate = plans.read().vehicles().get(0).plate();
    Path later = Files.createDirectory(folder.resolve("later"));
    Files.writeString(
        later.resolve("terminals.csv"), "phone,plate,profile\n13900009999," + plate + ",\n");
    planImport.run(later);
    assertEquals(before + 1, terminals.all().size());
    assertEquals("standard", terminals.find("13900009999").orElseThrow().profile());
  }

  @Test
  void aFolderThatIsNoneIsAnErrorAndNotAnEmptyCity() {
    Path none = folder.resolve("none");
    String said = assertThrows(DataSetException.class, () -> planImport.run(none)).getMessage();
    assertEquals(none + ": is not a folder", said);
  }
}
