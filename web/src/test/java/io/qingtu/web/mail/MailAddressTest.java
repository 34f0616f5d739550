package io.qingtu.web.mail;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {
  @ParameterizedTest
  @ValueSource(strings = {"a@b", "office@city.example", "first.last+week@a-b.city.example"})
  void isOne(String text) {
    assertTrue(MailAddress.isOne(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@city.example",
        "office@",
        "a@b@c",
        ".a@b",
        "a.@b",
        "a..b@c",
        "a@-b.example",
        "a@b-.example",
        "a@b..example",
        "a b@c",
        "办公室@city.example",
        "a@b\r\nBcc: c@d",
        "a@b\n",
        "a@b, c@d",
        "<a@b>"
      })
  void isNone(String text) {
    assertFalse(MailAddress.isOne(text));
  }

  @Test
  void isAsLongAsAnAddressMayBe() {
    assertTrue(MailAddress.isOne("x".repeat(64) + "@city.example"));
    assertFalse(MailAddress.isOne("x".repeat(65) + "@city.example"));
    assertTrue(MailAddress.isOne("a@" + "b".repeat(252)));
    assertFalse(MailAddress.isOne("a@" + "b".repeat(253)));
  }
}
