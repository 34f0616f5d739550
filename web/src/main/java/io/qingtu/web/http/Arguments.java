package io.qingtu.web.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.qingtu.route.plan.DailyHours;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a request asks for: its query and path parameters, checked. A wrong one is named. */
public final class Arguments {
  /** Nothing of a city lies beyond; the database's own calendar ends, too. */
  private static final int FIRST_YEAR = 1970;

  private static final int LAST_YEAR = 2199;

  private static final int MOST_AGENT = 300;

  private final RoutingContext request;

  public Arguments(RoutingContext request) {
    this.request = request;
  }

  /** A parameter that is there and not blank. */
  public Optional<String> text(String name) {
    String value = request.request().getParam(name);
    return Optional.ofNullable(value).filter(v -> !v.isBlank());
  }

  public Optional<Instant> time(String name) {
    return text(name).map(v -> parseTime(name, v));
  }

  public Instant requiredTime(String name) {
    return time(name).orElseThrow(() -> ApiException.badParameter(name, "is missing"));
  }

  public Optional<LocalDate> date(String name) {
    return text(name).map(v -> parseDate(name, v));
  }

  /** A whole number from {@code min} to {@code max}. */
  public int number(String name, int initial, int min, int max) {
    return text(name).map(v -> parse(name, v, min, max)).orElse(initial);
  }

  /**
   * A coordinate, WGS-84 degrees; needed.
   *
   * @param most its largest absolute value
   */
  public double degrees(String name, double most) {
    String v = text(name).orElseThrow(() -> ApiException.badParameter(name, "is missing"));
    try {
      double degrees = Double.parseDouble(v);
      if (Math.abs(degrees) <= most) {
        return degrees;
      }
    } catch (NumberFormatException e) {
      // falls through to the same answer
    }
    throw ApiException.badParameter(
        name, "\"" + v + "\" is no angle of at most " + most + " degrees");
  }

  /** A whole number of 0 or more, as sequences and ids are. */
  public Optional<Long> count(String name) {
    return text(name).map(v -> parseCount(name, v));
  }

  public <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
    return text(name)
        .map(
            v ->
                Arrays.stream(type.getEnumConstants())
                    .filter(e -> e.name().equals(v))
                    .findFirst()
                    .orElseThrow(
                        () ->
                            ApiException.badParameter(
                                name,
                                "\""
                                    + v
                                    + "\" is none of "
                                    + Arrays.toString(type.getEnumConstants()))));
  }

  /**
   * The body of a write as a JSON object.
   *
   * @throws ApiException where it is none, or is not declared as {@code application/json}
   */
  public static JsonNode body(RoutingContext ctx) {
    String type = ctx.request().getHeader("Content-Type");
    if (type == null || !type.startsWith("application/json")) {
      throw ApiException.badParameter("Content-Type", "must be application/json");
    }
    Buffer sent = ctx.body().buffer();
    try {
      JsonNode body = Json.MAPPER.readTree(sent == null ? new byte[0] : sent.getBytes());
      if (body.isObject()) {
        Texts.refuseDamaged(body);
        return body;
      }
    } catch (IOException e) {
      // falls through to the same answer
    }
    throw ApiException.badParameter("body", "is no JSON object");
  }

  /** A text field of a body; empty where it is missing or null. */
  public static String field(JsonNode body, String name, int mostCharacters) {
    JsonNode value = body.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    if (!value.isTextual() || value.textValue().length() > mostCharacters) {
      throw ApiException.badParameter(
          name, "is no text of at most " + mostCharacters + " characters");
    }
    return value.textValue();
  }

  /** A text field of a body that says something, without the blanks around it. */
  public static String requiredText(JsonNode body, String name, int mostCharacters) {
    String text = field(body, name, mostCharacters).trim();
    if (text.isEmpty()) {
      throw ApiException.badParameter(name, "is missing");
    }
    return text;
  }

  /**
   * A field of a body that is a list of texts; empty where it is missing or null.
   *
   * @param mostCharacters of each
   */
  public static List<String> texts(JsonNode body, String name, int most, int mostCharacters) {
    JsonNode values = body.path(name);
    List<String> texts = new ArrayList<>();
    for (JsonNode value : values) {
      texts.add(value.isTextual() ? value.textValue() : "");
    }
    boolean wrong = texts.stream().anyMatch(t -> t.isBlank() || t.length() > mostCharacters);
    boolean list = values.isArray() || values.isMissingNode() || values.isNull();
    if (!list || wrong || texts.size() > most) {
      throw ApiException.badParameter(
          name, "is no list of at most " + most + " texts of " + mostCharacters + " characters");
    }
    return texts;
  }

  /** A field of a body that is a time with an offset. */
  public static Instant requiredTime(JsonNode body, String name) {
    String text = field(body, name, 40);
    if (text.isEmpty()) {
      throw ApiException.badParameter(name, "is missing");
    }
    return parseTime(name, text);
  }

  /** A field of a body that is a day; empty where it is missing or null. */
  public static Optional<LocalDate> day(JsonNode body, String name) {
    String text = field(body, name, 40);
    return text.isEmpty() ? Optional.empty() : Optional.of(parseDate(name, text));
  }

  /**
   * A number field of a body.
   *
   * @throws ApiException where it is missing, no number, or outside
   */
  public static double requiredNumber(JsonNode body, String name, double min, double max) {
    JsonNode value = body.path(name);
    if (!value.isNumber() || value.doubleValue() < min || value.doubleValue() > max) {
      throw ApiException.badParameter(name, "is no number from " + min + " to " + max);
    }
    return value.doubleValue();
  }

  /** As above, for a whole number. */
  public static int requiredWhole(JsonNode body, String name, int min, int max) {
    JsonNode value = body.path(name);
    if (!value.isInt() || value.intValue() < min || value.intValue() > max) {
      throw ApiException.badParameter(name, "is no whole number from " + min + " to " + max);
    }
    return value.intValue();
  }

  /**
   * A field of a body that says yes or no; empty where it is missing or null.
   *
   * @throws ApiException where it is something else
   */
  public static Optional<Boolean> flag(JsonNode body, String name) {
    JsonNode value = body.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isBoolean()) {
      throw ApiException.badParameter(name, "is neither true nor false");
    }
    return Optional.of(value.booleanValue());
  }

  /**
   * A field of a body that is the id of something, as a text of digits; empty where it is missing.
   *
   * @throws ApiException where it is something else
   */
  public static Optional<Long> id(JsonNode body, String name) {
    String text = field(body, name, 20);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (!text.matches("\\d{1,18}")) {
      throw ApiException.badParameter(name, "is no id");
    }
    return Optional.of(Long.parseLong(text));
  }

  /** A field of a body that is one of the names of an enum. */
  public static <E extends Enum<E>> E requiredChoice(JsonNode body, String name, Class<E> type) {
    String text = field(body, name, 40);
    return Arrays.stream(type.getEnumConstants())
        .filter(e -> e.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                ApiException.badParameter(
                    name,
                    "\"" + text + "\" is none of " + Arrays.toString(type.getEnumConstants())));
  }

  /** Address that a request came from. */
  public static String origin(RoutingContext ctx) {
    return ctx.request().remoteAddress().hostAddress();
  }

  /** What the browser that sent a request calls itself; no more of it than is kept. */
  public static String agent(RoutingContext ctx) {
    String agent = Optional.ofNullable(ctx.request().getHeader("User-Agent")).orElse("");
    return agent.substring(0, Math.min(agent.length(), MOST_AGENT));
  }

  /** First moment of a day of the city. */
  public static Instant startOf(LocalDate day) {
    return day.atStartOfDay(DailyHours.CITY_ZONE).toInstant();
  }

  /** A time with an offset, of the years that a city has to do with. */
  public static Instant parseTime(String name, String v) {
    try {
      // a plus sign that was not escaped arrives as a space
      OffsetDateTime time = OffsetDateTime.parse(v.replace(' ', '+'));
      if (time.getYear() >= FIRST_YEAR && time.getYear() <= LAST_YEAR) {
        return time.toInstant();
      }
    } catch (DateTimeParseException e) {
      // falls through to the same answer
    }
    throw ApiException.badParameter(
        name, "\"" + v + "\" is no time with an offset, as 2026-11-16T08:00:00+08:00");
  }

  private static LocalDate parseDate(String name, String v) {
    try {
      LocalDate date = LocalDate.parse(v);
      if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
        return date;
      }
    } catch (DateTimeParseException e) {
      // falls through to the same answer
    }
    throw ApiException.badParameter(name, "\"" + v + "\" is no date, as 2026-11-16");
  }

  private static int parse(String name, String v, int min, int max) {
    try {
      int n = Integer.parseInt(v);
      if (n >= min && n <= max) {
        return n;
      }
    } catch (NumberFormatException e) {
      // falls through to the same answer
    }
    throw ApiException.badParameter(
        name, "\"" + v + "\" is no whole number from " + min + " to " + max);
  }

  private static long parseCount(String name, String v) {
    try {
      long n = Long.parseLong(v);
      if (n >= 0) {
        return n;
      }
    } catch (NumberFormatException e) {
      // falls through to the same answer
    }
    throw ApiException.badParameter(name, "\"" + v + "\" is no whole number of 0 or more");
  }
}
