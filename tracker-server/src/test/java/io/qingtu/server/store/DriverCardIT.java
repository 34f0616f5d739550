package io.qingtu.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.qingtu.fixtures.TestDatabase;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.route.plan.Identity;
import io.qingtu.route.plan.Identity.Kind;
import io.qingtu.route.plan.Validity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What drivers' cards say, from the file of the message to the identities of a plan. */
class DriverCardIT {
  private static final Instant NOON = Instant.parse("2026-11-18T04:00:00Z");
  private static final String PLATE = "鲁V00001";
  private static final String OTHER = "鲁V00002";

  private TestDatabase server;
  private Database database;
  private TerminalReportStore store;

  @BeforeEach
  void open() {
    server = TestDatabase.forClass(getClass());
    database = new Database(Database.Config.of(server.url()));
    store = new TerminalReportStore(database);
    database.update("insert into company (name) values ('甲公司')");
    for (String plate : List.of(PLATE, OTHER)) {
      database.update(
          "insert into vehicle (plate, kind, company_id, sensors) values (?, 'MUCK_TRUCK', 1, '')",
          plate);
    }
  }

  @AfterEach
  void close() {
    database.close();
    server.close();
  }

  private void file(int serial, Instant received, DriverCardRow card) {
    store.file(
        new TerminalReport(
            card.vehicleId(), "139", received, 0x0702, "2013", serial, Bytes.ofHex("01")),
        card);
  }

  private List<Identity> identities(Instant from, Instant to) {
    return new PlanStore(database).read(new Validity(from, to)).records().identities();
  }

  private List<Identity> identities() {
    return identities(Instant.MIN, Instant.MAX);
  }

  private static DriverCardRow card(Instant time, String licence, String idNumber) {
    return new DriverCardRow(1, time, licence, idNumber, "张三");
  }

  @Test
  void isAnIdentityBesideThoseOfTheFiles() {
    database.update("insert into identity_record values (?, ?, 'ICCID', '8986')", PLATE, NOON);
    file(1, NOON, card(NOON, "Q001", "37x"));
    file(2, NOON, card(NOON.plusSeconds(60), "", "37x"));
    file(3, NOON, DriverCardRow.nobody(1, NOON.plusSeconds(120)));
    file(4, NOON, new DriverCardRow(2, NOON, "Q002", "", "李四"));
    assertEquals(
        List.of(
            new Identity(PLATE, NOON, Kind.ICCID, "8986"),
            Identity.ofCard(PLATE, NOON, "Q001", "37x"),
            Identity.ofCard(PLATE, NOON.plusSeconds(60), "37x", "37x"),
            Identity.ofCard(PLATE, NOON.plusSeconds(120), "", ""),
            Identity.ofCard(OTHER, NOON, "Q002", "")),
        identities());
  }

  @Test
  void isReadOfAPeriodAndAWeekAround() {
    Instant first = NOON.minus(Duration.ofDays(7));
    Instant last = NOON.plus(Duration.ofDays(8)).minusSeconds(1);
    int serial = 0;
    for (Instant t : List.of(first.minusSeconds(1), last.plusSeconds(1), last, first)) {
      file(serial++, NOON, card(t, "Q001", ""));
    }
    assertEquals(
        List.of(first, last),
        identities(NOON, NOON.plus(Duration.ofDays(1))).stream().map(Identity::time).toList());
  }

  @Test
  void isThereOnceHoweverOftenItIsSent() {
    DriverCardRow card = card(NOON, "Q001", "");
    file(1, NOON, card);
    file(1, NOON.plusSeconds(5), card);
    file(1, NOON.plus(Duration.ofDays(1)), card);
    file(2, NOON.plusSeconds(7), card);
    assertEquals(1, identities().size());
    assertEquals(3, server.ask("select count(*) from terminal_report"));
    // an issue without a time is told from its repetition by the message alone
    file(3, NOON, card(NOON.plusSeconds(20), "Q001", ""));
    file(3, NOON.plusSeconds(5), card(NOON.plusSeconds(25), "Q001", ""));
    assertEquals(2, identities().size());
  }

  @Test
  void isFiledWithItsMessageOrNeitherIs() {
    assertThrows(StoreException.class, () -> file(1, NOON, card(NOON, "a\0", "")));
    assertEquals(0, server.ask("select count(*) from terminal_report"));
    file(1, NOON, card(NOON, "a", ""));
    assertEquals(1, server.ask("select count(*) from terminal_report"));
    assertThrows(StoreException.class, () -> database.update("delete from driver_card"));
    assertThrows(
        StoreException.class, () -> database.update("update driver_card set licence = 'x'"));
  }

  @Test
  void isNewsOfItsVehicleAlone() {
    PaperNews news = new PaperNews(database);
    PaperNews.Mark before = news.mark();
    file(1, NOON, card(NOON, "Q001", ""));
    assertEquals(List.of(PLATE), List.copyOf(news.plates(before)));
    PaperNews.Mark now = news.mark();
    file(1, NOON.plusSeconds(1), card(NOON, "Q001", ""));
    assertEquals(now, news.mark());
    assertEquals(List.of(), List.copyOf(news.plates(now)));
    file(3, NOON, new DriverCardRow(2, NOON.plusSeconds(1), "Q002", "", "李四"));
    assertEquals(identities(), news.cards(before, Validity.ALWAYS));
    Identity last = Identity.ofCard(OTHER, NOON.plusSeconds(1), "Q002", "");
    assertEquals(List.of(last), news.cards(now, Validity.ALWAYS));
    assertEquals(List.of(last), news.cards(before, new Validity(last.time(), Instant.MAX)));
    assertEquals(List.of(), news.cards(now, new Validity(NOON, last.time())));
  }
}
