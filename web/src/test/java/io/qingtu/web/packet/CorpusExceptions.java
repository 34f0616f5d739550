package io.qingtu.web.packet;

import static java.util.Map.entry;

import java.util.Map;
import java.util.TreeMap;

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

  /** Values that a source asserts, or built a packet from, which are not among those we read. */
  static final Map<Integer, Excuse> VALUES = new TreeMap<>();

  static {
    elsewhere(".*", "an address out of an item: the asserts are of the whole item", 102);
    elsewhere(".*Signal", "built with a signal that the item has no field for", 109);
    elsewhere(".*", "the id of an alarm out of a message: the asserts are of the whole", 142);
    elsewhere(".*ProtocolVersion", "the version of a header that has no version", 167);
    elsewhere(".*#[2-4]", "asserts of a second packet under the first", 176);
    elsewhere("StartTime|EndTime", "built with times that the attributes leave out", 218, 219);
    elsewhere(
        ".*Speed|OverspeedDuration",
        "built with speeds that the attributes leave out, and read as 0",
        220);
    for (int part : new int[] {256, 257, 344, 345, 346, 347, 348, 349, 350, 351}) {
      elsewhere(".*PackageIndex", "asserts of all ten sub-packages under each", part);
    }
    elsewhere("Code", "built with a code that a refusal does not carry", 270);
    elsewhere(".*TerminalPhoneNo", "asserts of two other packets under a third", 278);
    elsewhere(
        "(StartTime|EndTime|HighestSpeed|OverspeedDuration)(#2)?",
        "built with times and speeds that the attributes leave out",
        292,
        293,
        294,
        296);
    elsewhere(
        "(StartTime|EndTime|Section\\w+)(#2)?",
        "built with times and limits that the attributes leave out",
        297);
    elsewhere(".*PackageCount", "a count of nothing: it is left out with the list", 315);
    elsewhere(".*", "the bytes before they are escaped: no packet on the wire", 320);
    elsewhere(".*TerminalPhoneNo", "asserts of two packets under each", 352, 353);
    elsewhere("msg\\.get.*", "asserts of packets of three issues under one", 576, 595);
    elsewhere("type", "a kind of text that 2013 does not have", 790);
    elsewhere("param", "a parameter of a control that 2013 does not have", 804);
    invented(".*", "an item of no bytes by its length, with eight behind it", 103);
    invented(".*", "an item of one byte by its length, with two behind it", 107);
    invented(".*", "an item of 32 bytes by its length, with 47 behind it", 133, 135);
    invented(".*", "satellites in an item 0x07 that no standard has, lists in a list", 209);
    invented(".*(FaceMatchValue|UID).*", "two fields behind those of the standard", 251);
    invented(".*DataPackage", "neither the counts of 2011 nor the location of 2013", 259);
    invented(".*(Command|Value).*", "numbers in binary between the semicolons", 279, 341);
    invented(".*", "items with ids and lengths of one, two and four bytes", 336, 337, 338, 339);
    invented(".*Test", "two bytes behind those of the standard", 342);
    invented("platformReply", "a reply without a body", 760);
    invented("type|param", "the type of a control without the count in front of it", 805);
  }

  private static void elsewhere(String names, String why, int... lines) {
    for (int line : lines) {
      VALUES.put(line, Excuse.of(Excuse.Kind.ELSEWHERE, names, why));
    }
  }

  private static void invented(String names, String why, int... lines) {
    for (int line : lines) {
      VALUES.put(line, Excuse.of(Excuse.Kind.INVENTED, names, why));
    }
  }

  private CorpusExceptions() {}
}
