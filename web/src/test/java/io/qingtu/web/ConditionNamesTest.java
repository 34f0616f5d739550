package io.qingtu.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.qingtu.fixtures.ProjectHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What decided an alert is read in Chinese: each condition that a rule names has its line. */
class ConditionNamesTest {
  /** A condition whose name is one text. */
  private static final Pattern NAMED = Pattern.compile("because\\(\\s*\"([^\"]+)\"\\s*,");

  private final Path home = ProjectHome.find().orElseThrow();

  private Set<String> names() throws IOException {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> all = Files.walk(home.resolve("route-analyzer/src/main/java"))) {
      for (Path file : all.filter(f -> f.toString().endsWith(".java")).toList()) {
        Matcher m = NAMED.matcher(Files.readString(file));
        while (m.find()) {
          names.add(m.group(1));
        }
      }
    }
    return names;
  }

  private List<Pattern> lines() throws IOException {
    List<Pattern> lines = new ArrayList<>();
    new ObjectMapper()
        .readTree(ConditionNamesTest.class.getResourceAsStream("/words/conditions.json"))
        .get("names")
        .forEach(line -> lines.add(Pattern.compile(line.get(0).textValue())));
    return lines;
  }

  @Test
  void everyConditionThatARuleNamesHasAChineseName() throws IOException {
    List<Pattern> lines = lines();
    Set<String> names = names();
    assertTrue(names.size() > 100, "conditions of the rules: " + names.size());
    names.removeIf(name -> lines.stream().anyMatch(line -> line.matcher(name).find()));
    assertEquals(Set.of(), names, "without a line in words/conditions.json");
  }
}
