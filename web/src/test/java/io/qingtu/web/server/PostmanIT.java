package io.qingtu.web.server;

import static io.qingtu.fixtures.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.qingtu.route.report.Period;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.DeliveryState;
import io.qingtu.server.store.ReportMail;
import io.qingtu.server.store.ReportMailStore;
import io.qingtu.server.store.ReportRecipientStore;
import io.qingtu.server.store.ReportRunStore;
import io.qingtu.server.store.ReportRunStore.Run;
import io.qingtu.web.frozen.ReportRoom;
import io.qingtu.web.mail.MailConfig;
import io.qingtu.web.mail.Postman;
import io.qingtu.web.mail.TestMailServer;
import io.qingtu.web.mail.TestMailServer.Taken;
import io.qingtu.web.outbox.Retries;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Issued reports on their way to a real mail server, over everything that may come between. */
class PostmanIT {
  private static final Period WEEK = Period.parse("2026-W46");
  private static final String LEADER = "leader@city.example";
  private static final String COMPANY = "jia@company.example";

  private TestWeb web;
  private IssuedReports reports;
  private ReportRecipientStore recipients;
  private ReportMailStore mails;
  private int administrator;

  @BeforeEach
  void start() {
    web = TestWeb.alone(PostmanIT.class, w -> {});
    reports = new IssuedReports(web.database);
    recipients = new ReportRecipientStore(web.database);
    mails = new ReportMailStore(web.database);
    administrator =
        web.database.query("select id from app_user where login = 'guan'", r -> r.getInt(1)).get(0);
    add(LEADER, "");
    add(COMPANY, "甲公司");
  }

  @AfterEach
  void stop() {
    web.close();
  }

  private long add(String address, String organisation) {
    return recipients.add(address, organisation, administrator, Instant.now()).orElseThrow().id();
  }

  static MailConfig to(int port) {
    return new MailConfig(
        "localhost",
        port,
        MailConfig.Security.NONE,
        "",
        "",
        "qingtu@city.example",
        "https://qingtu.city.example",
        "",
        Duration.ofSeconds(10),
        new Retries(Duration.ofMillis(10), Duration.ofMillis(50), Duration.ofHours(72)));
  }

  private Postman postman(Database database, int port, Duration later) {
    return new Postman(
        to(port),
        database,
        new ReportRoom(new ReportRunStore(database)),
        Clock.offset(Clock.systemUTC(), later),
        new SimpleMeterRegistry());
  }

  private Postman postman(int port) {
    return postman(web.database, port, Duration.ZERO);
  }

  private Map<String, ReportMail> mails(Run run) {
    return mails.of(run.id()).stream().collect(Collectors.toMap(ReportMail::address, mail -> mail));
  }

  private void awaitState(Run run, String address, DeliveryState state, Postman postman) {
    await(address + " is " + state)
        .until(
            () -> {
              postman.nudge();
              return mails(run).get(address).state() == state;
            });
  }

  private static String words(byte[] pdf) throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", "");
    }
  }

  private static Taken to(TestMailServer server, String address) {
    return server.taken.stream().filter(t -> t.to().equals(address)).findFirst().orElseThrow();
  }

  @Test
  void bringsEachRecipientWhatIsItsOwn() throws Exception {
    add("yi@company.example", "乙公司");
    add("east@city.example", "东区");
    try (TestMailServer server = new TestMailServer(0);
        Postman postman = postman(server.port())) {
      Run run = reports.issued(WEEK);
      for (String address : mails(run).keySet()) {
        awaitState(run, address, DeliveryState.DELIVERED, postman);
      }
      assertEquals(4, server.taken.size());
      assertEquals(4, server.taken.stream().map(Taken::id).distinct().count());
      String whole = words(to(server, LEADER).attachment());
      assertTrue(whole.contains("甲公司") && whole.contains("乙公司"), whole);
      for (String own : List.of(COMPANY, "east@city.example")) {
        String words = words(to(server, own).attachment());
        assertTrue(words.contains("甲公司"), words);
        assertFalse(words.contains("乙公司") || words.contains(TestWeb.OTHER_TRUCK), words);
        assertTrue(words.contains("监**") && !words.contains("监管员"), "masked: " + words);
      }
      Taken mail = to(server, COMPANY);
      assertEquals("测试市渣土运输与环卫作业车辆监管周报〔2026〕第46期（正式版）·甲公司摘录", mail.subject());
      assertTrue(
          mail.text().contains("https://qingtu.city.example/#/reports?run=" + run.id()),
          mail.text());
      assertEquals("auto-generated", mail.header("Auto-Submitted"));
    }
  }

  @Test
  void waitsWhileTheServerIsDownAndSendsThen() throws Exception {
    int port = TestMailServer.closedPort();
    try (Postman postman = postman(port)) {
      Run run = reports.issued(WEEK);
      await("it was tried twice")
          .until(
              () -> {
                postman.nudge();
                return mails(run).get(LEADER).attempts() >= 2;
              });
      ReportMail waiting = mails(run).get(LEADER);
      assertEquals(DeliveryState.WAITING, waiting.state());
      assertTrue(waiting.outcome().contains("localhost"), waiting.outcome());
      try (TestMailServer server = new TestMailServer(port)) {
        awaitState(run, LEADER, DeliveryState.DELIVERED, postman);
        awaitState(run, COMPANY, DeliveryState.DELIVERED, postman);
        assertEquals(List.of(COMPANY, LEADER), server.recipients());
      }
    }
  }

  @Test
  void oneThatIsRefusedHoldsNobodyUpAndIsSentToTheRightAddressThen() throws Exception {
    try (TestMailServer server = new TestMailServer(0);
        Postman postman = postman(server.port())) {
      server.refused.add(COMPANY);
      Run run = reports.issued(WEEK);
      awaitState(run, COMPANY, DeliveryState.PARKED, postman);
      awaitState(run, LEADER, DeliveryState.DELIVERED, postman);
      ReportMail refused = mails(run).get(COMPANY);
      assertEquals(1, refused.attempts(), "a refusal for good is not tried again");
      assertTrue(refused.outcome().contains("550 no such mailbox"), refused.outcome());
      long wrong =
          recipients.all().stream().filter(r -> r.address().equals(COMPANY)).findFirst().get().id();
      recipients.end(wrong, administrator, Instant.now());
      add("office@company.example", "甲公司");
      assertEquals(1, mails.resend(run.id(), Instant.now()), "neither the removed nor the done");
      awaitState(run, "office@company.example", DeliveryState.DELIVERED, postman);
      assertEquals(List.of(LEADER, "office@company.example"), server.recipients());
    }
  }

  @Test
  void oneThatIsPutOffHoldsNobodyUpEither() throws Exception {
    try (TestMailServer server = new TestMailServer(0);
        Postman postman = postman(server.port())) {
      server.deferred.add(LEADER);
      Run run = reports.issued(WEEK);
      awaitState(run, COMPANY, DeliveryState.DELIVERED, postman);
      await("it was tried twice")
          .until(
              () -> {
                postman.nudge();
                return mails(run).get(LEADER).attempts() >= 2;
              });
      assertEquals(DeliveryState.WAITING, mails(run).get(LEADER).state());
      server.deferred.clear();
      awaitState(run, LEADER, DeliveryState.DELIVERED, postman);
    }
  }

  @Test
  void whatTheServerTookWhenTheProcessDiedIsSentAgainUnderItsName() throws Exception {
    try (TestMailServer server = new TestMailServer(0)) {
      server.acknowledges = new CountDownLatch(1);
      Run run = reports.issued(WEEK);
      Database mortal = new Database(Database.Config.of(web.url));
      Postman killed = postman(mortal, server.port(), Duration.ZERO);
      killed.nudge();
      await("the first is taken").until(() -> server.taken.size() == 1);
      killed.close();
      mortal.close(); // nothing more is noted of what was on its way
      server.acknowledges.countDown();
      try (Postman early = postman(server.port())) {
        awaitState(
            run,
            LEADER.equals(server.taken.get(0).to()) ? COMPANY : LEADER,
            DeliveryState.DELIVERED,
            early);
        assertEquals(2, server.taken.size(), "what another process sends is left to it");
      }
      try (Postman next = postman(web.database, server.port(), Duration.ofMinutes(6))) {
        awaitState(run, server.taken.get(0).to(), DeliveryState.DELIVERED, next);
      }
      assertEquals(3, server.taken.size());
      assertEquals(server.taken.get(0).id(), server.taken.get(2).id());
      assertNotEquals(server.taken.get(0).id(), server.taken.get(1).id());
    }
  }

  @Test
  void makesUpForADowntimeUnlessNobodyWaitsAnyMore() throws Exception {
    try (TestMailServer server = new TestMailServer(0)) {
      Run run = reports.issued(WEEK);
      try (Postman late = postman(web.database, server.port(), Duration.ofDays(13))) {
        awaitState(run, LEADER, DeliveryState.DELIVERED, late);
        awaitState(run, COMPANY, DeliveryState.DELIVERED, late);
      }
      Run next = reports.issued(Period.parse("2026-W47"));
      try (Postman tooLate = postman(web.database, server.port(), Duration.ofDays(15))) {
        awaitState(next, LEADER, DeliveryState.PARKED, tooLate);
      }
      assertEquals(2, server.taken.size());
      assertTrue(mails(next).get(LEADER).outcome().contains("14 days"));
    }
  }

  @Test
  void isGivenUpThreeDaysAfterItsFirstAttempt() throws Exception {
    int port = TestMailServer.closedPort();
    Run run = reports.issued(WEEK);
    try (Postman first = postman(port)) {
      await("it was tried")
          .until(
              () -> {
                first.nudge();
                return mails(run).get(LEADER).attempts() > 0;
              });
    }
    try (Postman before = postman(web.database, port, Duration.ofHours(71))) {
      int tried = mails(run).get(LEADER).attempts();
      await("it was tried again")
          .until(
              () -> {
                before.nudge();
                return mails(run).get(LEADER).attempts() > tried;
              });
    }
    assertEquals(DeliveryState.WAITING, mails(run).get(LEADER).state());
    try (Postman after = postman(web.database, port, Duration.ofHours(73))) {
      awaitState(run, LEADER, DeliveryState.PARKED, after);
    }
    assertTrue(mails(run).get(LEADER).outcome().contains("localhost"));
  }

  @Test
  void whatIsNotIssuedIsSentToNobody() throws Exception {
    Run run = reports.frozen(WEEK);
    assertEquals(Map.of(), mails(run));
    assertEquals(0, mails.waiting());
  }
}
