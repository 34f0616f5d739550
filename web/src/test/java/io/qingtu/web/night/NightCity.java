package io.qingtu.web.night;

import io.qingtu.fixtures.city.SampleCity;
import io.qingtu.fixtures.dataset.DataSet;
import io.qingtu.fixtures.dataset.DataSetWriter;
import io.qingtu.fixtures.dataset.Rows;
import io.qingtu.fixtures.geo.Path;
import io.qingtu.fixtures.geo.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/**
 * The sample city as it is filed for the night: its places, trucks and permits, one road to be
 * swept before dawn and one after it, an underpass under the first truck's way, and two spots where
 * loads were found in the weeks before.
 */
final class NightCity {
  /** Its first segments are swept from 04:30 to 07:00, on both sides. */
  static final String DAWN_ROAD = "北海路";

  /** Its middle is swept from 08:30 to 11:00, on both sides. */
  static final String MORNING_ROAD = "东风街";

  private static final String CONTRACTOR = "示例东区环卫公司";
  private static final int CORNER = 5;
  private static final double PAYLOAD = 15.6;

  private final SampleCity city = SampleCity.standard();
  private final DataSet data;

  NightCity() {
    data = new DataSet(city.data().about());
    DataSet from = city.data();
    from.vehicles().forEach(data::add);
    from.places().forEach(data::add);
    from.routes().forEach(data::add);
    from.permits().forEach(data::add);
    from.segments().forEach(data::add);
    waybill("W-1009-1", "鲁GZ1009", "S3", "D2");
    waybill("W-1011-1", "鲁GZ1011", "S5", "D2");
    waybill("W-1050-1", "鲁GZ1050", "S2", "D1");
    sweep(DAWN_ROAD, "04:30", "07:00");
    sweep(MORNING_ROAD, "08:30", "11:00");
  }

  /** Issued, and scanned by nobody yet. */
  private void waybill(String id, String plate, String site, String ground) {
    data.add(new Rows.Waybill(id, plate, site, ground, null, null, PAYLOAD));
  }

  private void sweep(String road, String from, String to) {
    for (Rows.Segment s : segments(road)) {
      data.add(
          new Rows.Requirement(
              "Q-" + s.id(), s.id(), "", "BOTH", "SWEEP", 1, from, to, "1-7", CONTRACTOR));
    }
  }

  SampleCity city() {
    return city;
  }

  DataSet data() {
    return data;
  }

  /** The segments of a road that are to be swept, in the order of its course. */
  List<Rows.Segment> segments(String road) {
    List<Rows.Segment> whole =
        city.data().segments().stream().filter(s -> s.road().equals(road)).toList();
    return road.equals(DAWN_ROAD) ? whole.subList(0, 6) : whole.subList(5, 9);
  }

  /** The segment of a permitted route that water closes: halfway along it. */
  Rows.Segment underpass(Path route) {
    Point middle = route.at(route.length() / 2);
    return city.data().segments().stream()
        .min((a, b) -> Double.compare(a.line().distanceTo(middle), b.line().distanceTo(middle)))
        .orElseThrow();
  }

  /** Where mud lies in the morning: in the middle of the street. */
  Point mud() {
    Path line = segments(MORNING_ROAD).get(2).line();
    return line.at(line.length() / 2);
  }

  /** Where the load of the gap went: on the verge, beside a junction that no place is near. */
  Point spot() {
    return city.graph().at("J1-" + CORNER).plus(60, 60);
  }

  /** Files it as any city is filed. */
  void write(java.nio.file.Path folder, Rows.Segment underpass) throws IOException {
    DataSetWriter.write(data, folder);
    Files.writeString(
        folder.resolve("underpasses.csv"),
        "underpass_id,name,segment_ids,limit_cm\nU1,示例下穿一," + underpass.id() + ",25\n");
  }
}
