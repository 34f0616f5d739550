package io.qingtu.server.attachment;

import io.qingtu.fixtures.fuzz.FuzzInputs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The fuzz target over its seeds, over what was found, and over mutations of both. */
class AttachmentFuzzTest {
  private final FuzzInputs inputs =
      new FuzzInputs(AttachmentTarget.seeds())
          .withFound(AttachmentFuzzTest.class, "attachment-findings.hex");

  @Test
  void attachmentsTakeTheSeedsAndWhatWasFound() {
    inputs.feed(AttachmentTarget::fuzzerTestOneInput);
  }

  @Test
  void attachmentsTakeMutations() {
    inputs.feedMutations(AttachmentTarget::fuzzerTestOneInput);
  }

  @AfterAll
  static void noBufferWasLeft() {
    AttachmentTarget.fuzzerTearDown();
  }
}
