package io.qingtu.web.mail;

import io.qingtu.server.config.ConfigReader;
import io.qingtu.web.outbox.Retries;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The mail server that takes the reports.
 *
 * @param user that signs in there; empty: nobody does
 * @param from address of the sender, which is also where bounces go
 * @param linkBase the pages' address as recipients reach it, without a slash at its end
 * @param authority PEM file with the authority of the server's certificate; empty: those of Java
 * @param timeout of connecting, and of each answer
 * @param retries of what was not taken; then a mail is given up
 */
public record MailConfig(
    String host,
    int port,
    Security security,
    String user,
    String password,
    String from,
    String linkBase,
    String authority,
    Duration timeout,
    Retries retries) {
  /** How the connection is secured. */
  public enum Security {
    /** From the first byte, as on port 465. */
    TLS,
    /** Before anything is said, as on port 587; a server without it is sent nothing. */
    STARTTLS,
    /** Not at all: to a server on the same machine only. */
    NONE
  }

  private static final String LOOPBACK = "localhost|127\\.\\d+\\.\\d+\\.\\d+|::1";
  private static final String LINK = "https://\\S+|http://(127\\.0\\.0\\.1|localhost)([:/]\\S*)?";

  /** Empty where no mail server is named. */
  public static Optional<MailConfig> read(ConfigReader in) {
    MailConfig config =
        new MailConfig(
            in.text("mail.host", ""),
            in.number("mail.port", 587, 1, 65535),
            security(in),
            in.text("mail.user", ""),
            password(in),
            in.text("mail.from", ""),
            in.text("mail.link-base", "").replaceAll("/+$", ""),
            in.text("mail.authority", ""),
            Duration.ofSeconds(in.number("mail.timeout-seconds", 20, 1, 300)),
            new Retries(
                Duration.ofMinutes(1),
                Duration.ofHours(2),
                Duration.ofHours(in.number("mail.give-up-hours", 72, 1, 24 * 14))));
    if (config.host.isEmpty()) {
      return Optional.empty();
    }
    config.check(in);
    return Optional.of(config);
  }

  private static Security security(ConfigReader in) {
    String text = in.text("mail.security", "starttls");
    return switch (text) {
      case "tls" -> Security.TLS;
      case "starttls" -> Security.STARTTLS;
      case "none" -> Security.NONE;
      default -> {
        in.reject("mail.security", "\"" + text + "\" is not tls, starttls or none");
        yield Security.STARTTLS;
      }
    };
  }

  /** From a file that holds nothing else, or from the environment. */
  private static String password(ConfigReader in) {
    String password = in.text("mail.password", "");
    String file = in.text("mail.password-file", "");
    if (file.isEmpty()) {
      return password;
    }
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (MalformedInputException e) {
      in.reject("mail.password-file", file + " is no text in UTF-8");
    } catch (IOException e) {
      in.reject("mail.password-file", file + " cannot be read: " + e.getMessage());
    }
    return "";
  }

  private void check(ConfigReader in) {
    if (security == Security.NONE && !host.matches(LOOPBACK)) {
      in.reject("mail.security", "is none: that is for a mail server on this machine only");
    }
    if (!user.isEmpty() && password.isEmpty()) {
      in.reject("mail.password-file", "is missing: mail.user needs a password");
    }
    if (!MailAddress.isOne(from)) {
      in.reject("mail.from", "\"" + from + "\" is no address of mail");
    }
    if (!linkBase.matches(LINK)) {
      in.reject("mail.link-base", "\"" + linkBase + "\" does not begin with https://");
    }
    if (!authority.isEmpty() && !Files.isReadable(Path.of(authority))) {
      in.reject("mail.authority", authority + " cannot be read");
    }
  }
}
