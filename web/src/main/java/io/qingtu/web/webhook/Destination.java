package io.qingtu.web.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Where a message goes: an address that somebody has written down, and the one IP address that it
 * was looked up to. It is connected to that, so that a name cannot mean one address when it is
 * checked and another when it is used.
 */
record Destination(URI uri, InetAddress address) {
  /** Nobody's public address: our own networks, and what is translated to them. */
  private static final List<AddressRange> CLOSED =
      Stream.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.168.0.0/16",
              "198.18.0.0/15",
              "224.0.0.0/3",
              "::/96",
              "64:ff9b::/96",
              "64:ff9b:1::/48",
              "2002::/16",
              "fc00::/7",
              "fe80::/10",
              "fec0::/10",
              "ff00::/8")
          .map(AddressRange::parse)
          .toList();

  /** Looks a name up. */
  interface Resolver {
    InetAddress[] resolve(String host) throws UnknownHostException;
  }

  /** An address to which nothing may be sent, with the reason. */
  static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1;

    RefusedException(String why) {
      super(why, null, false, false);
    }
  }

  /** The address that somebody has written down, if it is one. */
  static URI parse(String url) throws RefusedException {
    URI uri;
    try {
      uri = new URI(url);
    } catch (URISyntaxException e) {
      throw new RefusedException("is no address");
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new RefusedException("begins with neither https:// nor http://");
    }
    if (uri.getHost() == null || uri.getUserInfo() != null || uri.getFragment() != null) {
      throw new RefusedException("has no host, or has a user or a fragment");
    }
    return uri;
  }

  /**
   * Looks it up.
   *
   * @param allowed what of our own networks may be reached
   */
  static Destination of(String url, List<AddressRange> allowed, Resolver resolver)
      throws RefusedException {
    URI uri = parse(url);
    try {
      String host = uri.getHost().replaceAll("^\\[|]$", "");
      InetAddress[] found = resolver.resolve(host);
      for (InetAddress address : found) {
        // of all that it stands for: which of them is first may change
        if (isClosed(address) && allowed.stream().noneMatch(r -> r.contains(address))) {
          throw new RefusedException(
              "leads to " + address.getHostAddress() + ", which is no public address");
        }
      }
      return new Destination(uri, found[0]);
    } catch (UnknownHostException e) {
      throw new RefusedException("has a host that nobody knows");
    }
  }

  private static boolean isClosed(InetAddress address) {
    return CLOSED.stream().anyMatch(r -> r.contains(address));
  }

  boolean secure() {
    return uri.getScheme().equalsIgnoreCase("https");
  }

  int port() {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return secure() ? 443 : 80;
  }

  /** Path and query, as the request names them. */
  String path() {
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
  }
}
