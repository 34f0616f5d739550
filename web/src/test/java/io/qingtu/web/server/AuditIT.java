package io.qingtu.web.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class AuditIT {
  private final TestWeb web = TestWeb.shared();

  @Test
  void showsWhoDidWhatAndThatNothingWasChanged() throws Exception {
    String auditor = web.signIn("shen");
    JsonNode page = web.get(auditor, "/audit?action=sign-in&login=shen&limit=1");
    JsonNode line = page.get("lines").get(0);
    assertEquals("user/shen", line.get("object").textValue());
    assertEquals("审计员", line.get("user").textValue());
    assertEquals(64, line.get("hash").textValue().length());
    web.get(auditor, "/audit");
    JsonNode older = web.get(auditor, "/audit?action=audit-read&login=shen").get("lines");
    assertTrue(older.size() >= 1, "reading the log is in it");
    JsonNode verdict = web.get(auditor, "/audit/verification");
    assertTrue(verdict.get("brokenAt").isNull(), verdict.toString());
    assertTrue(verdict.get("lines").longValue() > 1);
  }

  @Test
  void isTheAuditorsOnly() throws Exception {
    String supervisor = web.signIn("jian");
    web.get(supervisor, "/audit", 403);
    web.get(supervisor, "/audit/verification", 403);
    web.get(web.signIn("shen"), "/audit?limit=0", 400);
  }
}
