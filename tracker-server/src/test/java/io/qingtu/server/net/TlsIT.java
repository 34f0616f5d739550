package io.qingtu.server.net;

import static io.qingtu.fixtures.Patience.await;
import static io.qingtu.server.RunningServer.PHONE;
import static io.qingtu.server.RunningServer.PLATE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.Counter;
import io.qingtu.fixtures.packet.PacketBuilder;
import io.qingtu.server.RunningServer;
import io.qingtu.server.TerminalSocket;
import io.qingtu.server.config.ConfigException;
import io.qingtu.server.config.ConfigReader;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Terminals over TLS, with certificates that the JDK's keytool makes for this test. */
class TlsIT {
  private static final char[] PASSWORD = "certificate".toCharArray();

  @TempDir private static Path folder;
  private static RunningServer server;
  private static RunningServer strict;

  @BeforeAll
  static void start() throws Exception {
    certify("server");
    certify("terminal");
    server = new RunningServer(TlsIT.class, settings());
    Map<String, String> withAuthority = settings();
    withAuthority.put("gateway.tls-client-authority", file("terminal.crt"));
    strict = new RunningServer(TlsIT.class, withAuthority);
  }

  @AfterAll
  static void stop() {
    server.close();
    strict.close();
  }

  private static Map<String, String> settings() {
    return new HashMap<>(
        Map.of(
            "gateway.tls-port", "0",
            "gateway.tls-certificate", file("server.crt"),
            "gateway.tls-key", file("server.key")));
  }

  private static String file(String name) {
    return folder.resolve(name).toString();
  }

  /** A key store, and its certificate and key as PEM. */
  private static void certify(String name) throws Exception {
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process process =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=ip:127.0.0.1",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                file(name + ".p12"),
                "-storepass",
                new String(PASSWORD))
            .inheritIO()
            .start();
    assertEquals(0, process.waitFor());
    KeyStore store = store(name);
    pem(name + ".crt", "CERTIFICATE", store.getCertificate(name).getEncoded());
    pem(name + ".key", "PRIVATE KEY", store.getKey(name, PASSWORD).getEncoded());
  }

  private static KeyStore store(String name) throws Exception {
    return KeyStore.getInstance(folder.resolve(name + ".p12").toFile(), PASSWORD);
  }

  private static void pem(String name, String kind, byte[] bytes) throws IOException {
    String text = Base64.getMimeEncoder(64, new byte[] {10}).encodeToString(bytes);
    Files.writeString(
        folder.resolve(name),
        "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
  }

  /**
   * @param own name of the terminal's certificate; empty for none
   */
  private static TerminalSocket connect(RunningServer to, String own) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("server", store("server").getCertificate("server"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(own.isEmpty() ? null : store(own), PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    SSLSocket socket =
        (SSLSocket)
            context
                .getSocketFactory()
                .createSocket(InetAddress.getByName("127.0.0.1"), to.parts().gateway().tlsPort());
    return new TerminalSocket(socket, PHONE, PacketBuilder.Version.V2013);
  }

  @Test
  void servesTerminalsWithTlsAsThoseWithout() throws Exception {
    try (TerminalSocket terminal = connect(server, "")) {
      terminal.signIn(PLATE);
      assertTrue(terminal.ask(terminal.packets.heartbeat()).success());
    }
    try (TerminalSocket plain = new TerminalSocket(server.port(), PHONE)) {
      plain.signIn(PLATE);
    }
  }

  @Test
  void closesAConnectionThatSpeaksNoTlsAndCountsIt() throws Exception {
    try (TerminalSocket plain = new TerminalSocket(server.parts().gateway().tlsPort(), PHONE)) {
      plain.send(plain.packets.heartbeat());
      assertTrue(plain.isClosedByServer());
    }
    awaitRefusal(server);
  }

  @Test
  void asksForTheTerminalsCertificateWhereItsAuthorityIsNamed() throws Exception {
    try (TerminalSocket terminal = connect(strict, "terminal")) {
      terminal.signIn(PLATE);
    }
    try (TerminalSocket nobody = connect(strict, "")) {
      Exception e = assertThrows(Exception.class, () -> nobody.signIn(PLATE));
      // TLS 1.3 tells the terminal after its own handshake is over: by then it may be writing
      assertTrue(
          e instanceof IllegalStateException || e.getCause() instanceof IOException, e.toString());
    }
    awaitRefusal(strict);
  }

  private static void awaitRefusal(RunningServer by) {
    Counter closed = by.meters.counter("gateway.closed", "reason", "tls");
    await("it is counted").until(() -> closed.count() > 0);
  }

  @Test
  void aFileThatCannotBeUsedIsAnErrorOfItsKey() {
    assertEquals(
        "gateway.tls-certificate: nowhere.pem: cannot be used",
        refusal(Map.of("gateway.tls-certificate", "nowhere.pem")));
    assertEquals(
        "gateway.tls-certificate: " + file("server.key") + ": cannot be used",
        refusal(Map.of("gateway.tls-certificate", file("server.key"))));
    assertEquals(
        "gateway.tls-key: " + file("server.crt") + ": cannot be used",
        refusal(Map.of("gateway.tls-key", file("server.crt"))));
    assertEquals(
        "gateway.tls-client-authority: nowhere.pem: cannot be used",
        refusal(Map.of("gateway.tls-client-authority", "nowhere.pem")));
    assertEquals(
        "gateway.tls-key: " + file("terminal.key") + ": is not the key of the certificate",
        refusal(Map.of("gateway.tls-key", file("terminal.key"))));
  }

  private static String refusal(Map<String, String> changed) {
    Map<String, String> all = settings();
    all.putAll(changed);
    ConfigException e =
        assertThrows(
            ConfigException.class, () -> TlsConfig.read(new ConfigReader(all, Map.of())).context());
    return e.getMessage().replaceFirst("cannot be used: .*", "cannot be used").trim();
  }

  @Test
  void aPortWithoutFilesIsRefusedAtOnce() {
    ConfigReader reader = new ConfigReader(Map.of("gateway.tls-port", "7612"), Map.of());
    TlsConfig.read(reader);
    ConfigException e = assertThrows(ConfigException.class, reader::finish);
    assertTrue(e.getMessage().contains("gateway.tls-certificate: is missing"), e.getMessage());
    assertTrue(e.getMessage().contains("gateway.tls-key: is missing"), e.getMessage());
  }
}
