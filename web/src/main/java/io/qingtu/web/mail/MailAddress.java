package io.qingtu.web.mail;

import java.util.regex.Pattern;

/** What an address of mail may look like: less than RFC 5321 allows, and nothing of a header. */
public final class MailAddress {
  private static final int MOST = 254;
  private static final int MOST_LOCAL = 64;
  private static final Pattern FORM =
      Pattern.compile(
          "([\\w.!#$%&'*+/=?^`{|}~-]+)@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
              + "(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*");

  private MailAddress() {}

  /** Whether a text is one address, as {@code office@city.example}. */
  public static boolean isOne(String text) {
    var form = text.length() <= MOST ? FORM.matcher(text) : FORM.matcher("");
    return form.matches()
        && form.group(1).length() <= MOST_LOCAL
        && !form.group(1).startsWith(".")
        && !form.group(1).endsWith(".")
        && !form.group(1).contains("..");
  }

  /** Its domain. */
  static String domain(String address) {
    return address.substring(address.indexOf('@') + 1);
  }
}
