package io.qingtu.web.export;

import java.io.OutputStream;
import java.util.Locale;

/** The files that a table comes in. */
public enum TableFormat {
  CSV("text/csv; charset=utf-8") {
    @Override
    public RowWriter writer(OutputStream out, String title) {
      return new CsvRows(out);
    }
  },
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
    @Override
    public RowWriter writer(OutputStream out, String title) {
      return new XlsxRows(out, title);
    }
  },
  /** With a point where a row has a place. */
  GPKG("application/geopackage+sqlite3") {
    @Override
    public RowWriter writer(OutputStream out, String title) {
      return new GeoPackageRows(out, title, "经度", "纬度");
    }
  };

  private final String mediaType;

  TableFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  public String mediaType() {
    return mediaType;
  }

  /** As it ends file names. */
  public String extension() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @param title of the table, where the format has a place for it
   */
  public abstract RowWriter writer(OutputStream out, String title);
}
