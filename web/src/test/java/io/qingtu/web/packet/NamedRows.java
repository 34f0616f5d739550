package io.qingtu.web.packet;

import io.qingtu.web.packet.PacketAnnotation.Row;
import io.qingtu.web.packet.PacketAnnotation.Section;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The rows of an explained packet, by the names that others give its fields. */
final class NamedRows {
  /** Items and parameters are told by their ids, and not counted among the indices. */
  private static final Pattern KEYED = Pattern.compile("(items|parameters)\\[\\d+\\]");

  /** In front of a name that is the header's although the body has one like it. */
  private static final String HEADER = "header.";

  private static final Pattern INDEX = Pattern.compile("\\[(\\d+)\\]");
  private static final Pattern COUNTED = Pattern.compile("(.*)#(\\d+)");
  private static final Pattern BITS = Pattern.compile("(.*)@(\\d+)(?:-(\\d+))?");

  private final List<Row> rows;

  NamedRows(PacketAnnotation packet) {
    rows = packet.rows().stream().filter(row -> row.section() != Section.CHECKSUM).toList();
  }

  /** The row of a value, under the first of our names that the packet has. */
  Optional<Row> find(ExpectedValue value, List<String> names) {
    for (String name : names) {
      Matcher bits = BITS.matcher(name);
      boolean some = bits.matches();
      Optional<Row> row = find(value, some ? bits.group(1) : name);
      if (row.isPresent()) {
        return some ? row.map(whole -> bits(whole, bits)) : row;
      }
    }
    return Optional.empty();
  }

  private Optional<Row> find(ExpectedValue value, String name) {
    if (name.endsWith("&")) {
      return joined(name.substring(0, name.length() - 1));
    } else if (name.startsWith("+")) {
      return at(value.within(), Integer.parseInt(name.substring(1)));
    }
    Matcher counted = COUNTED.matcher(name);
    if (counted.matches()) {
      int nth = Integer.parseInt(counted.group(2)) - 1;
      return candidates(value, counted.group(1)).stream().skip(nth).findFirst();
    }
    List<Row> candidates = candidates(value, name);
    List<Integer> wanted = value.indices();
    boolean alone = candidates.isEmpty() || indices(candidates.get(0)).size() != wanted.size();
    if (name.contains("[") || wanted.isEmpty()) {
      return candidates.stream().findFirst();
    } else if (alone) {
      return candidates.stream().skip(wanted.get(wanted.size() - 1)).findFirst();
    }
    return candidates.stream().filter(row -> indices(row).equals(wanted)).findFirst();
  }

  /** Those of the body, or of the header if the body has none of that name. */
  private List<Row> candidates(ExpectedValue value, String name) {
    boolean head = name.startsWith(HEADER);
    String plain = head ? name.substring(HEADER.length()) : name;
    for (Section section : List.of(head ? Section.HEADER : Section.BODY, Section.HEADER)) {
      List<Row> candidates =
          rows.stream()
              .filter(row -> row.section() == section)
              .filter(row -> isNamed(row, plain) && isWithin(row, value.within()))
              .toList();
      if (!candidates.isEmpty()) {
        return candidates;
      }
    }
    return List.of();
  }

  private static boolean isNamed(Row row, String name) {
    if (name.contains("[")) {
      return row.path().equals(name) || row.path().endsWith("." + name);
    }
    String path = INDEX.matcher(row.path()).replaceAll("");
    boolean head = path.endsWith(".id") || path.endsWith(".length");
    return name.equals("*")
        ? !head && KEYED.matcher(row.path()).find()
        : path.equals(name) || path.endsWith("." + name);
  }

  private boolean isWithin(Row row, String id) {
    return id.isEmpty() || groups(id).stream().anyMatch(row.path()::startsWith);
  }

  private List<String> groups(String id) {
    return rows.stream()
        .filter(row -> row.path().endsWith("].id") && row.hex().equals(id))
        .map(row -> row.path().substring(0, row.path().length() - "id".length()))
        .toList();
  }

  /** All bytes of the rows whose paths begin so. */
  private Optional<Row> joined(String begin) {
    List<Row> all = rows.stream().filter(row -> row.path().startsWith(begin)).toList();
    String hex = all.stream().map(Row::hex).collect(Collectors.joining());
    return all.isEmpty() ? Optional.empty() : Optional.of(made(all.get(0), hex, "", begin));
  }

  private static Row made(Row like, String hex, String value, String path) {
    return new Row(
        like.section(),
        like.from(),
        like.to(),
        like.wireFrom(),
        like.wireTo(),
        hex,
        true,
        "",
        path,
        value,
        "");
  }

  /** The field that begins so many bytes behind the begin of the value of an item or parameter. */
  private Optional<Row> at(String id, int offset) {
    for (Row head : rows) {
      if (groups(id).contains(head.path().replaceAll("length$", ""))) {
        for (Row row : rows) {
          if (row.from() == head.to() + offset) {
            return Optional.of(row);
          }
        }
      }
    }
    return Optional.empty();
  }

  private static List<Integer> indices(Row row) {
    List<Integer> indices = new ArrayList<>();
    Matcher index = INDEX.matcher(KEYED.matcher(row.path()).replaceAll(""));
    while (index.find()) {
      indices.add(Integer.valueOf(index.group(1)));
    }
    return indices;
  }

  private static Row bits(Row row, Matcher range) {
    int high = Integer.parseInt(range.group(2));
    int low = range.group(3) == null ? high : Integer.parseInt(range.group(3));
    BigInteger mask = BigInteger.ONE.shiftLeft(high - low + 1).subtract(BigInteger.ONE);
    BigInteger bits = new BigInteger(row.hex(), 16).shiftRight(low).and(mask);
    return made(row, "0" + bits.toString(16), bits.toString(), row.path());
  }
}
