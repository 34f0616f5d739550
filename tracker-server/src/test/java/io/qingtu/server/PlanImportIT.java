package io.qingtu.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.fixtures.TestDatabase;
import io.qingtu.fixtures.city.SampleCity;
import io.qingtu.route.casework.WorkCalendar;
import io.qingtu.route.casework.WorkCalendar.Span;
import io.qingtu.route.plan.CityPlan;
import io.qingtu.route.plan.Underpass;
import io.qingtu.route.scoring.PointTable;
import io.qingtu.route.scoring.PointTable.Proof;
import io.qingtu.route.scoring.Points;
import io.qingtu.route.scoring.Standard;
import io.qingtu.route.scoring.Standards;
import io.qingtu.server.dataset.DataSet;
import io.qingtu.server.dataset.DataSetException;
import io.qingtu.server.profile.Profiles;
import io.qingtu.server.store.CalendarStore;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.PlanStore;
import io.qingtu.server.store.PointStore;
import io.qingtu.server.store.StandardStore;
import io.qingtu.server.store.TerminalRegister;
import io.qingtu.server.store.WaterStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
    planImport = new PlanImport(database, terminals, Profiles.builtIn());
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
  void filesWhenTheBureauWorksAndWhereWaterStands() throws IOException {
    planImport.run(folder);
    assertEquals(WorkCalendar.USUAL, new CalendarStore(database).read());
    String segment = plans.read().segments().get(0).id();
    Files.writeString(
        folder.resolve("workdays.csv"),
        "date,working,hours\n,true,09:00-12:00;13:00-17:00\n2026-10-01,false,\n"
            + "2026-10-10,true,\n2026-09-30,true,09:00-12:00\n");
    Files.writeString(
        folder.resolve("underpasses.csv"),
        "underpass_id,name,segment_ids,limit_cm,clear_cm\nU1,北海路下穿," + segment + ",25,\n");
    planImport.run(folder);
    WorkCalendar calendar = new CalendarStore(database).read();
    assertEquals("09:00-12:00;13:00-17:00", text(calendar.spans()));
    assertEquals("", text(calendar.on(LocalDate.of(2026, 10, 1))));
    assertEquals("09:00-12:00;13:00-17:00", text(calendar.on(LocalDate.of(2026, 10, 10))));
    assertEquals("", text(calendar.on(LocalDate.of(2026, 10, 11))));
    assertEquals("09:00-12:00", text(calendar.on(LocalDate.of(2026, 9, 30))));
    assertEquals(
        new Underpass("U1", "北海路下穿", Set.of(segment), 25, 20),
        new WaterStore(database).find("U1").orElseThrow());
  }

  @Test
  void filesWhatViolationsCostFromADayOn() throws IOException {
    Files.writeString(
        folder.resolve("points.csv"),
        "rule,severity,excess,proof,from,company,vehicle,driver\nM05,2,,,2027-01-01,4,3,1\n"
            + "M07,3,,FIELD,2027-01-01,9,8,7\n");
    planImport.run(folder);
    planImport.run(folder);
    List<PointTable.Entry> filed = new PointStore(database).read().entries();
    assertEquals(PointTable.USUAL.entries().size() + 2, filed.size());
    assertTrue(
        filed.contains(
            new PointTable.Entry(
                "M07", 3, 0, Proof.FIELD, LocalDate.of(2027, 1, 1), new Points(9, 8, 7))));
  }

  @Test
  void filesByWhichNumbersIsJudgedFromADayOn() throws IOException {
    Files.writeString(
        folder.resolve("standards.csv"),
        "name,value,from\nn_min.trips,30,2027-01-04\nn_min.trips,40,2027-02-01\n");
    planImport.run(folder);
    planImport.run(folder);
    StandardStore filed = new StandardStore(database);
    assertEquals(Standards.USUAL, filed.inForce(LocalDate.of(2027, 1, 3)));
    assertEquals(30, filed.inForce(LocalDate.of(2027, 1, 4)).get(Standard.MIN_TRIPS));
    assertEquals(40, filed.inForce(LocalDate.of(2027, 3, 1)).get(Standard.MIN_TRIPS));
  }

  @Test
  void refusesNumbersThatContradictThoseOnFile() throws IOException {
    Path file = folder.resolve("standards.csv");
    Files.writeString(file, "name,value,from\nlevel.good,35,2027-01-04\n");
    planImport.run(folder);
    Files.writeString(file, "name,value,from\nlevel.fair,33,2027-02-01\n");
    DataSetException e = assertThrows(DataSetException.class, () -> planImport.run(folder));
    assertTrue(e.getMessage().contains("from 2027-02-01"), e.getMessage());
    assertTrue(e.getMessage().contains("35, 33 and 60"), e.getMessage());
  }

  private static String text(List<Span> spans) {
    return spans.stream().map(Span::text).collect(Collectors.joining(";"));
  }

  @Test
  void saysWhatIsWrongWithTheDesksFiles() throws IOException {
    for (String[] wrong :
        new String[][] {
          {"workdays.csv", "date,working,hours\n2026-13-01,false,\n", "2026-13-01"},
          {"workdays.csv", "date,working,hours\n2026-10-01,false,09:00-12:00\n", "not worked"},
          {"workdays.csv", "date,working,hours\n,true,\n", "without a date"},
          {"workdays.csv", "date,working,hours\n2026-10-10,true,9-12\n", "9-12"},
          {"underpasses.csv", "underpass_id,segment_ids,limit_cm\nU1,nowhere,25\n", "nowhere"},
          {"points.csv", "rule,from,company\nM99,2027-01-01,3\n", "M99"},
          {"points.csv", "rule,from,company\nM05,2027-13-01,3\n", "2027-13-01"},
          {"points.csv", "rule,from,company\nM05,2027-01-01,-3\n", "-3"},
          {"points.csv", "rule,from,severity\nM05,2027-01-01,5\n", "severity 5"},
          {"standards.csv", "name,value,from\nn_min.trip,20,2027-01-04\n", "n_min.trip"},
          {"standards.csv", "name,value,from\nn_min.trips,0,2027-01-04\n", "0 is not 1 to"},
          {"standards.csv", "name,value,from\nn_min.trips,viele,2027-01-04\n", "viele"},
          {"standards.csv", "name,value,from\nn_min.trips,20,Montag\n", "Montag"},
        }) {
      Files.writeString(folder.resolve(wrong[0]), wrong[1]);
      DataSetException e = assertThrows(DataSetException.class, () -> planImport.run(folder));
      assertTrue(e.getMessage().startsWith(wrong[0] + ", row 2: "), e.getMessage());
      assertTrue(e.getMessage().contains(wrong[2]), e.getMessage());
      Files.delete(folder.resolve(wrong[0]));
    }
    assertEquals(0, server.ask("select count(*) from vehicle"));
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
