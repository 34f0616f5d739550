package io.qingtu.web.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class AuditIT {
  private final TestWeb web = TestWeb.shared();

  @Test
  void showsWhoDidWhatAndThatNothingWasChanged() throws Exception {
    String administrator = web.signIn("guan");
    JsonNode page = web.get(administrator, "/audit?action=sign-in&login=guan&limit=1");
    JsonNode line = page.get("lines").get(0);
    assertEquals("user/guan", line.get("object").textValue());
    assertEquals("管理员", line.get("user").textValue());
    assertEquals(64, line.get("hash").textValue().length());
    web.get(administrator, "/audit");
    JsonNode older = web.get(administrator, "/audit?action=audit-read&login=guan").get("lines");
    assertTrue(older.size() >= 1, "reading the log is in it");
    JsonNode verdict = web.get(administrator, "/audit/verification");
    assertTrue(verdict.get("brokenAt").isNull(), verdict.toString());
    assertTrue(verdict.get("lines").longValue() > 1);
  }

  @Test
  void isTheAuditorsOnly() throws Exception {
    String supervisor = web.signIn("jian");
    web.get(supervisor, "/audit", 403);
    web.get(supervisor, "/audit/verification", 403);
    web.get(web.signIn("guan"), "/audit?limit=0", 400);
  }
}
