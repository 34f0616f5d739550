package io.qingtu.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.server.store.AuditAction;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page of the log has a word for every action that it may hold, and finds each by it. */
class AuditWordsTest {
  @Test
  void thePageNamesEveryActionOfTheLog() throws IOException {
    Set<String> actions =
        Arrays.stream(AuditAction.values())
            .map(AuditAction::code)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(actions, new TreeSet<>(UiWords.table("zhAudit.ts", "actions").keySet()));
    assertEquals(actions, new TreeSet<>(UiWords.table("enAudit.ts", "actions").keySet()));
  }
}
