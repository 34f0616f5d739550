package io.qingtu.server.net;

import io.qingtu.server.config.ConfigReader;
import java.time.Duration;

/**
 * The terminals' port and its bounds.
 *
 * @param enabled whether this server listens for terminals
 * @param port 0 takes any free one
 * @param reusePort whether other processes may listen on the same port: the system then spreads the
 *     connections over them
 * @param connections most connections at once; one more is closed at once
 * @param connectionsPerAddress most of them from one address
 * @param acceptsPerSecond connections that are accepted in a second; others wait; 0 for no limit
 * @param messagesPerSecond that one terminal may send; more are read later; 0 for no limit
 * @param unauthenticatedTime a connection that has not authenticated by then is closed
 * @param idleTime a connection on which nothing came for so long is closed: three heartbeats
 * @param simulatedTerminals how many terminals for load tests to enter in the register
 * @param udpPort {@link #NO_PORT} for none; 0 takes any free one
 */
public record GatewayConfig(
    boolean enabled,
    String host,
    int port,
    boolean reusePort,
    int connections,
    int connectionsPerAddress,
    int acceptsPerSecond,
    int messagesPerSecond,
    Duration unauthenticatedTime,
    Duration idleTime,
    int simulatedTerminals,
    int udpPort,
    TlsConfig tls) {
  /** In place of a port: does not listen. */
  public static final int NO_PORT = -1;

  public static GatewayConfig read(ConfigReader in) {
    return new GatewayConfig(
        in.flag("gateway.enabled", true),
        in.text("gateway.host", "127.0.0.1"),
        in.number("gateway.port", 7611, 0, 65535),
        in.flag("gateway.reuse-port", false),
        in.number("gateway.connections", 10_000, 1, 1_000_000),
        in.number("gateway.connections-per-address", 10_000, 1, 1_000_000),
        in.number("gateway.accepts-per-second", 1000, 0, 1_000_000),
        in.number("gateway.messages-per-second", 1000, 0, 1_000_000),
        in.duration("gateway.unauthenticated-time", Duration.ofSeconds(30)),
        in.duration("gateway.idle-time", Duration.ofMinutes(10)),
        in.number("gateway.simulated-terminals", 0, 0, 999_999),
        in.number("gateway.udp-port", NO_PORT, NO_PORT, 65535),
        TlsConfig.read(in));
  }
}
