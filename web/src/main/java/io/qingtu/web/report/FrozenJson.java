package io.qingtu.web.report;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.qingtu.route.report.Corrections;
import io.qingtu.route.report.Period;
import io.qingtu.route.report.PeriodReport;
import io.qingtu.route.report.TrendPoint;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Frozen reports as documents: the records' components as JSON, in the order of their names, maps
 * in the order of their keys, so that the same report has one document only.
 */
public final class FrozenJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(new Jdk8Module())
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .visibility(PropertyAccessor.ALL, Visibility.NONE)
          .visibility(PropertyAccessor.FIELD, Visibility.ANY)
          .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
          .addModule(periods())
          .addMixIn(PeriodReport.class, OfPeriod.class)
          .addMixIn(Corrections.class, OfPeriod.class)
          .addMixIn(TrendPoint.class, OfPeriod.class)
          .build();

  /**
   * A document.
   *
   * @param packed by gzip
   * @param sha256 of what is packed
   */
  public record Document(byte[] packed, String sha256) {}

  /** Documents of a time in which there were reports of weeks only say so. */
  private abstract static class OfPeriod {
    @JsonAlias("week")
    @SuppressWarnings("unused") // its annotation is all that is of it
    Period period;
  }

  private FrozenJson() {}

  /** As it is written elsewhere; an older document has a week's Monday instead. */
  private static SimpleModule periods() {
    return new SimpleModule()
        .addSerializer(Period.class, ToStringSerializer.instance)
        .addDeserializer(
            Period.class,
            new StdDeserializer<>(Period.class) {
              private static final long serialVersionUID = 1;

              @Override
              public Period deserialize(JsonParser in, DeserializationContext context)
                  throws IOException {
                JsonNode told = in.readValueAsTree();
                return told.isTextual()
                    ? Period.parse(told.textValue())
                    : Period.week(LocalDate.parse(told.path("monday").asText()));
              }
            });
  }

  /** The report's document. */
  public static Document write(FrozenReport report) {
    try {
      byte[] json = MAPPER.writeValueAsBytes(report);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
        zip.write(json);
      }
      return new Document(out.toByteArray(), sha256(json));
    } catch (IOException e) {
      throw new UncheckedIOException("freezing the report of " + report.figures().period(), e);
    }
  }

  /**
   * Whether a document is what its hash says.
   *
   * @param packed as it was filed
   */
  public static boolean isIntact(byte[] packed, String sha256) {
    try {
      return sha256(unpack(packed)).equals(sha256);
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  /**
   * The report of a document.
   *
   * @throws UncheckedIOException where it is damaged
   */
  public static FrozenReport read(byte[] packed) {
    try {
      return MAPPER.readValue(unpack(packed), FrozenReport.class);
    } catch (IOException e) {
      throw new UncheckedIOException("a frozen report that cannot be read", e);
    }
  }

  private static String sha256(byte[] json) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static byte[] unpack(byte[] packed) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("a frozen report that cannot be unpacked", e);
    }
  }
}
