package io.qingtu.web.imports;

import io.qingtu.server.dataset.GeoJson;
import io.qingtu.server.dataset.PlanLayer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/**
 * Makes rows of a table whose first line names its columns, by the names of the data-set format or
 * by those of the page. A shape stands in {@code wkt}, or as GeoJSON in {@code geometry}.
 */
final class TableRows {
  private static final Map<String, String> TITLES = new HashMap<>();

  static {
    String[] titles = {
      "编号",
      "id",
      "名称",
      "name",
      "类型",
      "kind",
      "生效时间",
      "valid_from",
      "失效时间",
      "valid_to",
      "禁行时段",
      "hours",
      "允许偏离距离",
      "corridor_m",
      "走廊半宽",
      "corridor_m",
      "准运证号",
      "permit_id",
      "车牌",
      "plate",
      "装载工地",
      "site_id",
      "消纳场",
      "disposal_ids",
      "核准路线",
      "route_ids",
      "每日起",
      "daily_from",
      "每日止",
      "daily_to",
      "核准方量",
      "approved_m3",
      "录入时间",
      "entered_at",
      "图形",
      "wkt",
      "要求编号",
      "requirement_id",
      "路段",
      "segment_id",
      "保洁等级",
      "grade",
      "侧别",
      "side",
      "作业",
      "op",
      "遍数",
      "passes",
      "周期",
      "per",
      "时段起",
      "window_from",
      "时段止",
      "window_to",
      "星期",
      "days",
      "作业单位",
      "contractor",
      "收集点编号",
      "point_id",
      "经度",
      "lon",
      "纬度",
      "lat",
      "坐标系",
      "datum"
    };
    for (int i = 0; i < titles.length; i += 2) {
      TITLES.put(titles[i], titles[i + 1]);
    }
  }

  private final List<String> header;
  private final List<ReadRow> rows = new ArrayList<>();

  /**
   * @param header the first line
   * @throws ImportException where no column is one of the layer's
   */
  TableRows(PlanLayer<?> layer, List<String> header) {
    this.header = header.stream().map(TableRows::nameOf).toList();
    if (this.header.stream().noneMatch(layer.columns().get(0)::equals)) {
      throw new ImportException(
          "no column is called " + layer.columns().get(0) + "; known: " + layer.columns());
    }
  }

  /** The data-set's name of a column. */
  static String nameOf(String title) {
    String plain = title.replace("\uFEFF", "").trim();
    // the page's titles have their units behind a blank
    String word = plain.contains(" ") ? plain.substring(0, plain.indexOf(' ')) : plain;
    return TITLES.getOrDefault(word, plain);
  }

  /**
   * @param problem what is wrong with the row already; empty where nothing is
   */
  void add(String where, List<String> cells, String problem) {
    if (cells.stream().allMatch(String::isBlank)) {
      return;
    }
    if (rows.size() == ImportFormat.MOST_ROWS) {
      throw new ImportException("the file has more than " + ImportFormat.MOST_ROWS + " rows");
    }
    Map<String, String> columns = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(header.size(), cells.size()); i++) {
      columns.put(header.get(i), cells.get(i).trim());
    }
    String wkt = columns.getOrDefault("wkt", "");
    String json = columns.getOrDefault("geometry", "");
    columns.remove("wkt");
    columns.remove("geometry");
    try {
      Optional<Geometry> shape =
          wkt.isEmpty()
              ? Optional.of(json).filter(j -> !j.isEmpty()).map(GeoJson::parse)
              : Optional.of(new WKTReader().read(wkt));
      rows.add(ReadRow.of(where, columns, shape, problem));
    } catch (ParseException | IllegalArgumentException e) {
      rows.add(ReadRow.of(where, columns, Optional.empty(), "its shape is no WKT and no GeoJSON"));
    }
  }

  List<ReadRow> rows() {
    return rows;
  }
}
