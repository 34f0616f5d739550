package io.qingtu.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.fixtures.ProjectHome;
import io.qingtu.route.plan.Parameter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The document of parameters says what the code has, and the pages name each of them in Chinese.
 */
class ParameterDocumentTest {
  private static final String HEAD =
      """
      # Parameters of the rules

      Every number that a rule runs with, in the order of the code. Generated from `Parameter` and from
      the pages' Chinese words; `ParameterDocumentTest` holds this file to them and writes it anew when
      it runs with `-Dqingtu.parameters=write`:

      ```sh
      mvn -pl web -am test -Dtest=ParameterDocumentTest -Dsurefire.failIfNoSpecifiedTests=false -Dqingtu.parameters=write
      ```

      What a city overrides at its first start stands in the file that `analysis.parameters` names, a line each:

      ```properties
      t_cov = 40
      # for the vehicles of one company
      fleet.示例渣土运输.t_cov = 60
      ```

      What other values would change is tried first: on the page 规则参数, or by
      `./tracker analyze DIR --params FILE --out DIR2`, which writes `difference.csv` and
      `difference.jsonl`. Once the analysis has begun, a change is proposed on that page by an administrator and
      approved by a rule owner; each makes a version, and the file says nothing more. Alerts and reports carry the
      fingerprint of the values that they were made with.

      | name | default | unit | meaning | 含义 |
      |---|---|---|---|---|
      """;

  private static final Pattern WORD = Pattern.compile("^  (\\w+): '([^']+)',$");

  private final Path home = ProjectHome.find().orElseThrow();

  @Test
  void thePagesNameEveryParameterInChinese() throws IOException {
    Set<String> named = new TreeSet<>(chinese().keySet());
    Set<String> missing = new TreeSet<>();
    for (Parameter p : Parameter.values()) {
      if (!named.remove(p.key())) {
        missing.add(p.key());
      }
    }
    assertEquals(Set.of(), missing, "without a line in web/ui/src/i18n/zhParameters.ts");
    assertEquals(Set.of(), named, "lines of zhParameters.ts that are no parameter");
  }

  @Test
  void theDocumentIsWhatTheCodeHas() throws IOException {
    Path file = home.resolve("docs/parameters.md");
    Map<String, String> chinese = chinese();
    String text =
        HEAD
            + Arrays.stream(Parameter.values())
                .map(p -> row(p, chinese.getOrDefault(p.key(), "")))
                .collect(Collectors.joining());
    if ("write".equals(System.getProperty("qingtu.parameters"))) {
      Files.writeString(file, text);
    }
    assertEquals(text, Files.readString(file), "written anew with -Dqingtu.parameters=write");
  }

  private Map<String, String> chinese() throws IOException {
    Map<String, String> words = new LinkedHashMap<>();
    for (String line : Files.readAllLines(home.resolve("web/ui/src/i18n/zhParameters.ts"))) {
      Matcher word = WORD.matcher(line);
      if (word.matches()) {
        words.put(word.group(1), word.group(2));
      }
    }
    return words;
  }

  private static String row(Parameter p, String chinese) {
    String value = BigDecimal.valueOf(p.initial()).stripTrailingZeros().toPlainString();
    return "| `%s` | %s | %s | %s | %s |\n"
        .formatted(p.key(), value, p.unit(), p.meaning(), chinese);
  }
}
