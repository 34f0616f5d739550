package io.qingtu.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.route.rule.RuleNames;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The pages call every rule what alerts, reports and exports call it. */
class RuleWordsTest {
  @Test
  void thePagesNameEveryRuleAsTheTableOfRulesDoes() throws IOException {
    assertEquals(names(RuleNames.Name::zh), new TreeMap<>(UiWords.table("zhWords.ts", "rule")));
    assertEquals(names(RuleNames.Name::en), new TreeMap<>(UiWords.table("enWords.ts", "rule")));
  }

  private static Map<String, String> names(Function<RuleNames.Name, String> language) {
    Map<String, String> names = new TreeMap<>();
    RuleNames.all().forEach((rule, name) -> names.put(rule, language.apply(name)));
    return names;
  }
}
