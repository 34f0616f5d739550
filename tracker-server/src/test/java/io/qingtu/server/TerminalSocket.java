package io.qingtu.server;

import io.qingtu.fixtures.Patience;
import io.qingtu.fixtures.packet.PacketBuilder;
import io.qingtu.fixtures.packet.PlatformPacket;
import io.qingtu.fixtures.packet.PlatformReply;
import io.qingtu.fixtures.packet.Registration;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Objects;
import java.util.Optional;

/** A terminal in lockstep: sends a packet, waits for the reply. */
public final class TerminalSocket implements AutoCloseable {
  private static final int PATIENCE_MILLIS = (int) Patience.LONGEST.toMillis();

  public final PacketBuilder packets;
  private final Socket socket;
  private final InputStream in;

  public TerminalSocket(int port, String phone) {
    this(port, phone, PacketBuilder.Version.V2013);
  }

  public TerminalSocket(int port, String phone, PacketBuilder.Version version) {
    this(open(port), phone, version);
  }

  /** Over a connection that is open already, as one with TLS. */
  public TerminalSocket(Socket socket, String phone, PacketBuilder.Version version) {
    packets = new PacketBuilder(version, phone);
    this.socket = socket;
    try {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.setTcpNoDelay(true);
      in = socket.getInputStream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Socket open(int port) {
    try {
      return new Socket(InetAddress.getLoopbackAddress(), port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A terminal that comes again until the server lets it in and it has signed in. */
  public static TerminalSocket letIn(int port, String phone, String plate) {
    return Patience.await(phone + " is let in")
        .until(
            () -> {
              TerminalSocket terminal = new TerminalSocket(port, phone);
              try {
                terminal.signIn(plate);
                return terminal;
              } catch (IllegalStateException | UncheckedIOException e) {
                terminal.close();
                return null;
              }
            },
            Objects::nonNull);
  }

  /** Registers and authenticates; returns the code. */
  public String signIn(String plate) {
    String code = ask(packets.register(Registration.of("1234567", plate))).authCode();
    PlatformReply reply = ask(packets.authenticate(code));
    if (!reply.success()) {
      throw new IllegalStateException("not authenticated: " + reply);
    }
    return code;
  }

  public PlatformReply ask(byte[] packet) {
    send(packet);
    return reply();
  }

  public void send(byte[]... packets) {
    try {
      for (byte[] packet : packets) {
        socket.getOutputStream().write(packet);
      }
      socket.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public PlatformReply reply() {
    return frame()
        .map(PlatformReply::read)
        .orElseThrow(() -> new IllegalStateException("the server closed the connection"));
  }

  /** The next packet, if it is one of the platform's own and not a reply. */
  public PlatformPacket command() {
    return frame()
        .map(PlatformPacket::read)
        .orElseThrow(() -> new IllegalStateException("the server closed the connection"));
  }

  /** Whether nothing comes for a moment. */
  public boolean isSilentFor(int millis) {
    try {
      socket.setSoTimeout(millis);
      in.read();
      return false;
    } catch (SocketTimeoutException e) {
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      patient();
    }
  }

  /** Waits until the server closes the connection, whatever it says before. */
  public boolean isClosedByServer() {
    while (frame().isPresent()) {
      // a reply that was on its way
    }
    return true;
  }

  /** The next frame as it came; empty where the server closed the connection. */
  public Optional<byte[]> frame() {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    try {
      for (int marks = 0; marks < 2; ) {
        int b = in.read();
        if (b < 0) {
          return Optional.empty();
        }
        frame.write(b);
        marks += b == 0x7e ? 1 : 0;
      }
    } catch (SocketTimeoutException e) {
      throw new IllegalStateException("no reply", e);
    } catch (SocketException e) {
      return Optional.empty(); // reset
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.of(frame.toByteArray());
  }

  private void patient() {
    try {
      socket.setSoTimeout(PATIENCE_MILLIS);
    } catch (SocketException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
