package io.qingtu.protocol.fuzz;

import io.qingtu.fixtures.fuzz.BufferLeaks;
import io.qingtu.fixtures.fuzz.FuzzInputs;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The fuzz targets over the vectors, over what was found, and over mutations of both. */
class FuzzTest {
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

  @AfterAll
  static void noBufferWasLeft() {
    new BufferLeaks().requireNoneAtEnd();
  }

  private static List<DynamicTest> tests(
      String name, FuzzInputs.Target target, List<byte[]> seeds) {
    FuzzInputs inputs =
        new FuzzInputs(seeds).withFound(FuzzTest.class, "findings/" + name + ".hex");
    return List.of(
        DynamicTest.dynamicTest(
            name + " takes the vectors and what was found", () -> inputs.feed(target)),
        DynamicTest.dynamicTest(name + " takes mutations", () -> inputs.feedMutations(target)));
  }
}
