package io.qingtu.web.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.web.mail.MailConfig.Security;
import io.qingtu.web.mail.Smtp.Answer;
import io.qingtu.web.mail.Smtp.Outcome;
import io.qingtu.web.mail.TestMailServer.Taken;
import io.qingtu.web.outbox.Retries;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/**
 * Mails over secured connections, with a certificate that the JDK's keytool makes for this test.
 */
class SmtpIT {
  private static final String PASSWORD = "certificate";
  private static final Consumer<SMTPServer.Builder> PLAIN = b -> {};

  @TempDir private static Path folder;
  private static SSLContext tls;

  @BeforeAll
  static void makeCertificate() throws Exception {
    Path store = folder.resolve("server.p12");
    keytool(
        "-genkeypair",
        "-keystore",
        store.toString(),
        "-alias",
        "server",
        "-keyalg",
        "EC",
        "-dname",
        "CN=localhost",
        "-ext",
        "san=dns:localhost");
    keytool(
        "-exportcert",
        "-rfc",
        "-keystore",
        store.toString(),
        "-alias",
        "server",
        "-file",
        folder.resolve("authority.pem").toString());
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    tls = SSLContext.getInstance("TLS");
    tls.init(managers.getKeyManagers(), null, null);
  }

  private static void keytool(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("-storepass", PASSWORD, "-storetype", "PKCS12"));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
  }

  private static Answer send(TestMailServer server, Security security, String password) {
    return send(
        "localhost", server, security, password, folder.resolve("authority.pem").toString());
  }

  private static Answer send(
      String host, TestMailServer server, Security security, String password, String authority) {
    return new Smtp(config(host, server, security, password, authority)).send(letter("周报"));
  }

  private static MailConfig config(
      String host, TestMailServer server, Security security, String password, String authority) {
    return new MailConfig(
        host,
        server.port(),
        security,
        password.isEmpty() ? "" : "qingtu",
        password,
        "qingtu@city.example",
        "https://qingtu.city.example",
        authority,
        Duration.ofSeconds(10),
        new Retries(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofHours(1)));
  }

  private static Letter letter(String subject) {
    return new Letter(
        "report-1.abc@city.example",
        "leader@city.example",
        subject,
        "正文",
        Instant.parse("2026-11-17T10:00:00Z"),
        Optional.of(new Letter.Attachment("weekly.pdf", "application/pdf", new byte[] {1, 2, 3})));
  }

  private static void startTls(SMTPServer.Builder builder) {
    builder.startTlsSocketFactory(tls).requireTLS();
  }

  private static void signIn(SMTPServer.Builder builder) {
    startTls(builder);
    builder
        .requireAuth()
        .authenticationHandlerFactory(
            new EasyAuthenticationHandlerFactory(
                (user, password, context) -> {
                  if (!user.equals("qingtu") || !password.equals("geheim")) {
                    throw new LoginFailedException();
                  }
                }));
  }

  @Test
  void securesTheConnectionAndSignsIn() {
    try (TestMailServer server = new TestMailServer(0, SmtpIT::signIn)) {
      assertEquals(Outcome.TAKEN, send(server, Security.STARTTLS, "geheim").outcome());
      assertEquals(List.of("leader@city.example"), server.recipients());
      Answer refused = send(server, Security.STARTTLS, "wrong");
      assertEquals(Outcome.UNREACHABLE, refused.outcome(), "which is no fault of the recipient");
      assertTrue(refused.text().startsWith("sign-in refused: 535"), refused.text());
      assertTrue(!refused.text().contains("wrong"), "no password is told");
    }
  }

  @Test
  void isSecuredFromTheFirstByteWhereItIsTold() {
    try (TestMailServer server = new TestMailServer(0, b -> b.serverSocketFactory(tls))) {
      assertEquals(Outcome.TAKEN, send(server, Security.TLS, "").outcome());
    }
  }

  @Test
  void saysNothingToAServerThatIsNotSecured() {
    try (TestMailServer server = new TestMailServer(0, PLAIN)) {
      Answer answer = send(server, Security.STARTTLS, "");
      assertEquals(Outcome.UNREACHABLE, answer.outcome());
      assertTrue(answer.text().contains("STARTTLS"), answer.text());
      assertEquals(List.of(), server.taken);
    }
  }

  @Test
  void believesNoCertificateOfAnUnknownAuthorityOrForAnotherName() {
    try (TestMailServer server = new TestMailServer(0, SmtpIT::startTls)) {
      String authority = folder.resolve("authority.pem").toString();
      Answer unknown = send("localhost", server, Security.STARTTLS, "", "");
      Answer other = send("127.0.0.1", server, Security.STARTTLS, "", authority);
      for (Answer answer : List.of(unknown, other)) {
        assertEquals(Outcome.UNREACHABLE, answer.outcome(), answer.text());
      }
      assertEquals(List.of(), server.taken);
      assertEquals(
          Outcome.TAKEN, send("localhost", server, Security.STARTTLS, "", authority).outcome());
    }
  }

  @Test
  void aNameInTheSubjectMakesNoHeader() throws Exception {
    try (TestMailServer server = new TestMailServer(0, PLAIN)) {
      MailConfig config = config("localhost", server, Security.NONE, "", "");
      for (String name :
          List.of("A\r\nBcc: all@city.example\r\n\r\nx", "甲\nBcc: all@city.example")) {
        assertEquals(Outcome.TAKEN, new Smtp(config).send(letter(name)).outcome());
      }
      for (Taken taken : server.taken) {
        assertEquals("", taken.header("Bcc"));
        assertTrue(taken.subject().contains("Bcc: all@city.example"), taken.subject());
        assertEquals("<report-1.abc@city.example>", taken.id());
      }
      assertEquals(List.of("leader@city.example", "leader@city.example"), server.recipients());
    }
  }
}
