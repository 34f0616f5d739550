package io.qingtu.web.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses a message may go to. */
class DestinationTest {
  private static Destination to(String address, String... allowed)
      throws Destination.RefusedException {
    return Destination.of(
        "https://hooks.example/a",
        List.of(allowed).stream().map(AddressRange::parse).toList(),
        host -> new InetAddress[] {InetAddress.getByName(address)});
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.255.255.254",
        "0.0.0.0",
        "10.0.0.1",
        "100.64.0.1",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "::ffff:127.0.0.1",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::1",
        "fc00::1",
        "fd12::1",
        "fe80::1",
        "ff02::1"
      })
  void goesToNoNetworkOfOurOwn(String address) {
    String why = assertThrows(Destination.RefusedException.class, () -> to(address)).getMessage();
    assertTrue(why.contains("no public address"), why);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.1",
        "169.253.0.1",
        "172.15.255.255",
        "172.32.0.0",
        "192.167.255.255",
        "192.169.0.0",
        "223.255.255.255",
        "2001:db8::1",
        "2400:3200::1"
      })
  void goesToTheirNeighbours(String address) throws Exception {
    assertEquals(InetAddress.getByName(address), to(address).address());
  }

  @Test
  void goesWhereTheConfigurationSaysAndNotBesideIt() throws Exception {
    to("10.1.255.255", "10.1.0.0/16");
    to("127.0.0.1", "10.1.0.0/16", "127.0.0.1");
    to("::1", "::1");
    assertThrows(Destination.RefusedException.class, () -> to("10.2.0.0", "10.1.0.0/16"));
    assertThrows(Destination.RefusedException.class, () -> to("127.0.0.2", "127.0.0.1"));
    assertThrows(Destination.RefusedException.class, () -> to("::1", "127.0.0.1"));
  }

  @Test
  void refusesANameOfWhichOneAddressIsOurs() {
    assertThrows(
        Destination.RefusedException.class,
        () ->
            Destination.of(
                "https://hooks.example/",
                List.of(),
                host ->
                    new InetAddress[] {
                      InetAddress.getByName("203.0.114.5"), InetAddress.getByName("10.0.0.5")
                    }));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hooks.example",
        "/a",
        "ftp://hooks.example/",
        "file:///etc/passwd",
        "gopher://hooks.example/",
        "javascript:alert(1)",
        "https://",
        "https://user:word@hooks.example/",
        "https://hooks.example/#a",
        "https://hooks.example/a b",
        "http:hooks.example"
      })
  void refusesWhatIsNoAddressOfTheWeb(String url) {
    assertThrows(
        Destination.RefusedException.class,
        () ->
            Destination.of(
                url, List.of(), host -> new InetAddress[] {InetAddress.getByName("203.0.114.5")}));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://2130706433/", "http://0x7f000001/", "http://127.1/", "http://[::1]/"})
  void isNotDeceivedByOtherSpellingsOfTheLoopback(String url) {
    assertThrows(
        Destination.RefusedException.class,
        () -> Destination.of(url, List.of(), InetAddress::getAllByName));
  }

  @Test
  void tellsPortAndPath() throws Exception {
    Destination.Resolver resolver =
        host -> new InetAddress[] {InetAddress.getByName("203.0.114.5")};
    Destination plain = Destination.of("http://hooks.example", List.of(), resolver);
    assertEquals(80, plain.port());
    assertEquals("/", plain.path());
    Destination secure =
        Destination.of("HTTPS://hooks.example:8443/a%20b?c=%2F", List.of(), resolver);
    assertTrue(secure.secure());
    assertEquals(8443, secure.port());
    assertEquals("/a%20b?c=%2F", secure.path());
    assertThrows(
        Destination.RefusedException.class,
        () ->
            Destination.of(
                "https://nobody.example/",
                List.of(),
                host -> {
                  throw new UnknownHostException(host);
                }));
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "::/129", ""})
  void aNameIsNoRange(String text) {
    assertThrows(IllegalArgumentException.class, () -> AddressRange.parse(text));
  }
}
