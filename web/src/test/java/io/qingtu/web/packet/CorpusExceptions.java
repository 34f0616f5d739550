package io.qingtu.web.packet;

import static java.util.Map.entry;

import java.util.Map;

/**
 * Entries of the collection of packets, by line, that are not read as their source would have them,
 * and why.
 */
final class CorpusExceptions {
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

  private CorpusExceptions() {}
}
