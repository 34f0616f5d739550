package io.qingtu.route.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class BriefTest {
  @Test
  void whatFitsStays() {
    assertEquals("", Brief.of("", 3));
    assertEquals("一二三四五", Brief.of("一二三四五", 5));
  }

  @Test
  void ofWhatIsLongerTheMiddleGoes() {
    assertEquals("一二…五六", Brief.of("一二三四五六", 5));
    assertEquals("一二…六", Brief.of("一二三四五六", 4));
    assertEquals("一…六", Brief.of("一二三四五六", 3));
  }

  /** A character beyond the basic plane is two units of a string and one character all the same. */
  @Test
  void noCharacterIsCutInTwo() {
    assertEquals("𠀀…𠀄", Brief.of("𠀀𠀁𠀂𠀃𠀄", 3));
    assertEquals("𠀀𠀁𠀂", Brief.of("𠀀𠀁𠀂", 3));
  }

  @Test
  void ofManyNamesThreeStandForAll() {
    assertEquals("甲、乙、丙", Brief.names(List.of("甲", "乙", "丙")));
    assertEquals("甲、乙、丙等4家", Brief.names(List.of("甲", "乙", "丙", "丁")));
    assertEquals("", Brief.names(List.of()));
  }

  @Test
  void aSentenceHasRoomForThirtyTwoCharacters() {
    String name = "甲".repeat(32);
    assertEquals(name, Brief.name(name));
    assertEquals("甲".repeat(16) + "…" + "甲".repeat(14) + "乙", Brief.name(name + "乙"));
  }
}
