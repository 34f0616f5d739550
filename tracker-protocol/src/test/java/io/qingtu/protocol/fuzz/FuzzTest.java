package io.qingtu.protocol.fuzz;

import io.qingtu.protocol.field.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The fuzz targets over the vectors, over what was found, and over mutations of both. */
class FuzzTest {
  private static final int MUTATIONS = 5_000;

  /** The same inputs at every build: searching for more is the fuzzer's. */
  private static final long SEED = 808;

  /** Takes any bytes. */
  private interface Target {
    void accept(byte[] input);
  }

  @TestFactory
  List<DynamicTest> stream() {
    return tests("stream", StreamTarget::fuzzerTestOneInput, Seeds.streams());
  }

  @TestFactory
  List<DynamicTest> frame() {
    return tests("frame", FrameTarget::fuzzerTestOneInput, Seeds.frames());
  }

  @TestFactory
  List<DynamicTest> body() {
    return tests("body", BodyTarget::fuzzerTestOneInput, Seeds.bodies());
  }

  @TestFactory
  List<DynamicTest> items() {
    return tests("items", ItemsTarget::fuzzerTestOneInput, Seeds.items());
  }

  @TestFactory
  List<DynamicTest> parts() {
    return tests("parts", PartsTarget::fuzzerTestOneInput, Seeds.parts());
  }

  private static List<DynamicTest> tests(String name, Target target, List<byte[]> seeds) {
    List<byte[]> inputs = new ArrayList<>(seeds);
    inputs.addAll(found(name));
    return List.of(
        DynamicTest.dynamicTest(
            name + " takes the vectors and what was found",
            () -> inputs.forEach(input -> run(target, input, "a seed"))),
        DynamicTest.dynamicTest(name + " takes mutations", () -> mutate(target, inputs)));
  }

  private static void mutate(Target target, List<byte[]> inputs) {
    Random random = new Random(SEED);
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] input = inputs.get(random.nextInt(inputs.size())).clone();
      for (int change = random.nextInt(4); change >= 0 && input.length > 0; change--) {
        int at = random.nextInt(input.length);
        switch (random.nextInt(4)) {
          case 0 -> input[at] = (byte) random.nextInt();
          case 1 -> input[at] ^= (byte) (1 << random.nextInt(8));
          case 2 -> input = Arrays.copyOf(input, at);
          default -> input = Arrays.copyOf(input, input.length + random.nextInt(9));
        }
      }
      run(target, input, "mutation " + i);
    }
  }

  private static void run(Target target, byte[] input, String origin) {
    byte[] given = input.clone();
    try {
      target.accept(input);
    } catch (RuntimeException | AssertionError e) {
      throw new AssertionError(origin + ": " + Bytes.copyOf(given), e);
    }
  }

  /** Lines of hexadecimal in {@code findings/<target>.hex}; a # begins a comment. */
  private static List<byte[]> found(String target) {
    try (InputStream in = FuzzTest.class.getResourceAsStream("findings/" + target + ".hex")) {
      return in == null
          ? List.of()
          : new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(line -> Bytes.ofHex(line.strip()).toArray())
              .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
