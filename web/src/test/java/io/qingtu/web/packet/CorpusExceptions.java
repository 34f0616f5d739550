package io.qingtu.web.packet;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;

/**
 * Entries of the collection of packets, by line, that are not read as their source would have them,
 * and why.
 */
final class CorpusExceptions {
  private static final Set<Integer> UNWRITTEN = Set.of(218, 219, 220, 293, 294, 296, 297);
  private static final Set<Integer> RECORDER =
      Set.of(223, 224, 225, 226, 227, 228, 229, 232, 233, 234, 303, 304, 305, 306, 307, 308, 309);

  /** Frames that are whole but no message that is known. */
  static final Map<Integer, String> FRAMES =
      Map.ofEntries(
          entry(214, "0x0304 is one library's own: no issue of the standard has it"),
          entry(215, "0x0304 is one library's own: no issue of the standard has it"),
          entry(352, "an id that no standard has, with a body of the test's own"),
          entry(353, "an id that no standard has, with a body of the test's own"),
          entry(355, "an id that no standard has, with a body of the test's own"),
          entry(427, "made to be incomplete: the body is missing"),
          entry(435, "encrypted, and nobody has the key"),
          entry(453, "a province's layout of 0x1210: no lengths of the two standards fit it"),
          entry(478, "made for a test of headers: an empty body where the standard has fields"),
          entry(505, "made to be incomplete: the parameter is cut short"),
          entry(506, "made with a wrong length of a parameter"),
          entry(541, "made for a test of headers: an empty body where the standard has fields"),
          entry(542, "made for a test of headers: an empty body where the standard has fields"),
          entry(543, "made for a test of headers: an empty body where the standard has fields"),
          entry(545, "made for a test of headers: an empty body where the standard has fields"),
          entry(547, "made for a test of headers: an empty body where the standard has fields"),
          entry(549, "made for a test of headers: an empty body where the standard has fields"),
          entry(570, "made with a location of less than 28 bytes"),
          entry(611, "encrypted, and nobody has the key"),
          entry(612, "encrypted, and nobody has the key"),
          entry(695, "the type of a control without the count in front of it"),
          entry(805, "the type of a control without the count in front of it"));

  /** Bodies that are read under none of the issues. */
  static final Map<Integer, String> BODIES =
      Map.ofEntries(
          entry(102, "the value of one vendor's item, no body"),
          entry(142, "the identification of an alarm alone, no body"),
          entry(
              259,
              "neither the layout of 2011, with its counts, nor that of 2013, with its location"));

  /** Packets that an independent decoder reads otherwise. */
  static final Map<Integer, String> FIELDS =
      Map.ofEntries(
          entry(583, "one of three sub-packages: a part is not read as if it were the whole"),
          entry(
              612, "encrypted, and nobody has the key: the fields of the other decoder are noise"));

  /** Entries of which not every value that their source asserts is shown, by the reason. */
  static final Map<String, Set<Integer>> VALUES =
      Map.ofEntries(
          entry("a vendor's item, which a profile explains: bytes", Set.of(101, 103, 109, 196)),
          entry("the value of an item, or an alarm's identification, alone", Set.of(102, 142)),
          entry("an item of 32 bytes where Su-biao has 47: no safety alarm", Set.of(133, 135)),
          entry("several texts in one content, shown as bytes", Set.of(141)),
          entry("asserts of several packets under one", Set.of(176, 278, 576, 595)),
          entry("one of several sub-packages, with asserts of all", Set.of(351)),
          entry("positive numbers built under the bits of south and west", Set.of(200)),
          entry("one library's own message or body", Set.of(215, 342, 352, 353)),
          entry("built with times or speeds that the attributes leave out", UNWRITTEN),
          entry("a block of GB/T 19056, which the recorder's standard explains: bytes", RECORDER),
          entry("the free content of a waybill: bytes", Set.of(240)),
          entry("a date, where the message has the time of day only", Set.of(254)),
          entry("stored media without the media id that its issues have", Set.of(261)),
          entry("text in the bytes of a key", Set.of(267)),
          entry("built with a code that a refusal does not carry", Set.of(270)),
          entry("arguments shown as the one text that they are", Set.of(279, 341)),
          entry("a name of the source's code, no value", Set.of(285)));

  private CorpusExceptions() {}
}
