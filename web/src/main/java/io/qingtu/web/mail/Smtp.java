package io.qingtu.web.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** Hands mails to the mail server, over a connection each. Blocks. */
final class Smtp {
  /** What became of a mail. */
  enum Outcome {
    /** From now on the mail server answers for it. */
    TAKEN,
    /** It will not be taken another time either. */
    REFUSED,
    /** This mail is not taken now; others may be. */
    LATER,
    /** Nothing can be sent now: no connection, or we are not let in. */
    UNREACHABLE
  }

  /** With what the mail server said. */
  record Answer(Outcome outcome, String text) {}

  private static final int MOST_TEXT = 300;
  private static final int PERMANENT = 500;
  private static final int NOT_SIGNED_IN = 530;

  private final MailConfig config;
  private final Session session;

  Smtp(MailConfig config) {
    this.config = config;
    this.session = Session.getInstance(properties(config));
  }

  private static Properties properties(MailConfig config) {
    String protocol = "mail.smtp.";
    String timeout = Long.toString(config.timeout().toMillis());
    boolean secured = config.security() != MailConfig.Security.NONE;
    Properties p = new Properties();
    p.put(protocol + "connectiontimeout", timeout);
    p.put(protocol + "timeout", timeout);
    p.put(protocol + "writetimeout", timeout);
    // whatever comes after it was taken, it is taken
    p.put(protocol + "quitwait", "false");
    p.put(protocol + "from", config.from());
    p.put(protocol + "localhost", MailAddress.domain(config.from()));
    p.put(protocol + "auth", Boolean.toString(!config.user().isEmpty()));
    p.put(protocol + "ssl.enable", Boolean.toString(config.security() == MailConfig.Security.TLS));
    p.put(
        protocol + "starttls.enable",
        Boolean.toString(config.security() == MailConfig.Security.STARTTLS));
    p.put(
        protocol + "starttls.required",
        Boolean.toString(config.security() == MailConfig.Security.STARTTLS));
    if (secured) {
      p.put(protocol + "ssl.checkserveridentity", "true");
      p.put(protocol + "ssl.protocols", "TLSv1.2 TLSv1.3");
    }
    if (secured && !config.authority().isEmpty()) {
      p.put(protocol + "ssl.socketFactory", Trust.of(config.authority()).getSocketFactory());
    }
    return p;
  }

  Answer send(Letter letter) {
    try (Transport transport = session.getTransport("smtp")) {
      MimeMessage message = message(letter);
      transport.connect(
          config.host(),
          config.port(),
          config.user().isEmpty() ? null : config.user(),
          config.user().isEmpty() ? null : config.password());
      transport.sendMessage(message, message.getAllRecipients());
      return new Answer(Outcome.TAKEN, "");
    } catch (AuthenticationFailedException e) {
      return new Answer(Outcome.UNREACHABLE, "sign-in refused: " + text(e));
    } catch (MessagingException e) {
      return new Answer(outcome(e), text(e));
    }
  }

  private MimeMessage message(Letter letter) throws MessagingException {
    MimeMultipart parts = new MimeMultipart();
    MimeBodyPart text = new MimeBodyPart();
    text.setText(letter.text(), StandardCharsets.UTF_8.name());
    parts.addBodyPart(text);
    if (letter.attachment().isPresent()) {
      Letter.Attachment file = letter.attachment().get();
      MimeBodyPart part = new MimeBodyPart();
      part.setDataHandler(
          new DataHandler(new ByteArrayDataSource(file.content(), file.mediaType())));
      part.setFileName(file.name());
      parts.addBodyPart(part);
    }
    MimeMessage message = new NamedMessage(session, "<" + letter.id() + ">");
    message.setFrom(new InternetAddress(config.from(), true));
    message.setRecipient(RecipientType.TO, new InternetAddress(letter.to(), true));
    message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
    message.setSentDate(Date.from(letter.date()));
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setContent(parts);
    message.saveChanges();
    return message;
  }

  /** What the library says of a message that goes on with others of the same attempt. */
  private static Outcome outcome(MessagingException e) {
    Outcome worst = Outcome.UNREACHABLE;
    for (Exception next = e; next != null; next = next(next)) {
      if (next instanceof SMTPAddressFailedException refused) {
        return of(refused.getReturnCode());
      }
      if (next instanceof SMTPSendFailedException refused) {
        worst = of(refused.getReturnCode());
      }
      if (next instanceof SMTPSenderFailedException) {
        return Outcome.UNREACHABLE; // of us, whoever the mail is for
      }
    }
    return worst;
  }

  private static Outcome of(int code) {
    if (code == NOT_SIGNED_IN) {
      return Outcome.UNREACHABLE;
    }
    return code >= PERMANENT ? Outcome.REFUSED : Outcome.LATER;
  }

  private static Exception next(Exception e) {
    return e instanceof MessagingException messaging ? messaging.getNextException() : null;
  }

  /** What the server said of the recipient or of us; else all that the library says. */
  private static String text(Exception e) {
    List<String> said = new ArrayList<>();
    for (Exception next = e; next != null; next = next(next)) {
      if (next instanceof SMTPAddressFailedException || next instanceof SMTPSenderFailedException) {
        said.clear();
      }
      said.add(String.valueOf(next.getMessage()));
    }
    String text = String.join(": ", said).replaceAll("\\p{Cntrl}+", " ").strip();
    return text.substring(0, Math.min(text.length(), MOST_TEXT));
  }

  /** A message whose name is given, not made. */
  private static final class NamedMessage extends MimeMessage {
    private final String name;

    NamedMessage(Session session, String name) {
      super(session);
      this.name = name;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", name);
    }
  }
}
