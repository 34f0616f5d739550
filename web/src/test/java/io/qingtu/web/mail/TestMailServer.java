package io.qingtu.web.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server that keeps what it takes, refuses whom it is told to, and may hang. */
public final class TestMailServer implements AutoCloseable {
  /** A mail as it was taken. */
  public record Taken(String to, MimeMessage message) {
    public String id() {
      return header("Message-ID");
    }

    public String header(String name) {
      try {
        String[] all = message.getHeader(name);
        return all == null ? "" : String.join("|", all);
      } catch (MessagingException e) {
        throw new IllegalStateException(e);
      }
    }

    public String subject() throws MessagingException {
      return message.getSubject();
    }

    public String text() throws MessagingException, IOException {
      return (String) ((MimeMultipart) message.getContent()).getBodyPart(0).getContent();
    }

    public byte[] attachment() throws MessagingException, IOException {
      try (InputStream in =
          ((MimeMultipart) message.getContent()).getBodyPart(1).getInputStream()) {
        return in.readAllBytes();
      }
    }
  }

  public final List<Taken> taken = new CopyOnWriteArrayList<>();
  public final Set<String> refused = ConcurrentHashMap.newKeySet();
  public final Set<String> deferred = ConcurrentHashMap.newKeySet();

  /** Awaited after a mail was kept and before it is acknowledged. */
  public volatile CountDownLatch acknowledges = new CountDownLatch(0);

  private final SMTPServer server;

  public TestMailServer(int port) {
    this(port, b -> {});
  }

  public TestMailServer(int port, Consumer<SMTPServer.Builder> more) {
    SMTPServer.Builder builder =
        SMTPServer.port(port)
            .bindAddress(InetAddress.getLoopbackAddress())
            .hostName("localhost")
            .messageHandlerFactory(Handler::new);
    more.accept(builder);
    server = builder.build();
    server.start();
  }

  public int port() {
    return server.getPortAllocated();
  }

  /** A port at which nobody listens. */
  public static int closedPort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public List<String> recipients() {
    return taken.stream().map(Taken::to).sorted().toList();
  }

  @Override
  public void close() {
    server.stop();
  }

  private final class Handler implements MessageHandler {
    private String to = "";

    Handler(MessageContext context) {}

    @Override
    public void from(String from) {}

    @Override
    public void recipient(String recipient) throws RejectException {
      if (refused.contains(recipient)) {
        throw new RejectException(550, "no such mailbox");
      }
      if (deferred.contains(recipient)) {
        throw new RejectException(450, "greylisted");
      }
      to = recipient;
    }

    @Override
    public String data(InputStream data) throws IOException {
      try {
        MimeMessage message =
            new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(data.readAllBytes()));
        taken.add(new Taken(to, message));
        acknowledges.await();
      } catch (MessagingException e) {
        throw new IOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return null;
    }

    @Override
    public void done() {}
  }
}
