package io.qingtu.web.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The sheets of a workbook as an office program has understood it and written as flat ODS. */
final class FlatSheets {
  /**
   * A cell.
   *
   * @param type float, percentage, date, string; empty where nothing is in it
   * @param value number or date as it is kept, not as it is shown
   * @param text as it is shown
   * @param formula empty where it is none
   */
  record Cell(String type, String value, String text, String formula) {}

  static final Cell NOTHING = new Cell("", "", "", "");

  private FlatSheets() {}

  /** Rows of cells by the name of the sheet; what is empty at the end of rows is left out. */
  static Map<String, List<List<Cell>>> read(Path file) throws IOException, XMLStreamException {
    Map<String, List<List<Cell>>> sheets = new LinkedHashMap<>();
    try (InputStream in = Files.newInputStream(file)) {
      XMLStreamReader xml = XMLInputFactory.newFactory().createXMLStreamReader(in);
      List<List<Cell>> rows = List.of();
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT) {
          if (xml.getLocalName().equals("table")) {
            rows = new ArrayList<>();
            sheets.put(attribute(xml, "name"), rows);
          } else if (xml.getLocalName().equals("table-row")) {
            int repeated = repeated(xml, "number-rows-repeated");
            List<Cell> row = row(xml);
            if (!row.isEmpty()) {
              rows.addAll(Collections.nCopies(repeated, row));
            }
          }
        }
      }
    }
    return sheets;
  }

  private static List<Cell> row(XMLStreamReader xml) throws XMLStreamException {
    List<Cell> cells = new ArrayList<>();
    int empty = 0;
    while (!isEnd(xml, "table-row")) {
      boolean cell = xml.next() == XMLStreamConstants.START_ELEMENT;
      if (cell && xml.getLocalName().endsWith("table-cell")) {
        int repeated = repeated(xml, "number-columns-repeated");
        Cell one = cell(xml);
        if (one.type().isEmpty()) {
          empty += repeated;
        } else {
          cells.addAll(Collections.nCopies(empty, NOTHING));
          cells.addAll(Collections.nCopies(repeated, one));
          empty = 0;
        }
      }
    }
    return cells;
  }

  private static Cell cell(XMLStreamReader xml) throws XMLStreamException {
    String element = xml.getLocalName();
    String type = attribute(xml, "value-type");
    String value = attribute(xml, type.equals("date") ? "date-value" : "value");
    String formula = attribute(xml, "formula");
    StringBuilder text = new StringBuilder();
    while (!isEnd(xml, element)) {
      int event = xml.next();
      if (event == XMLStreamConstants.CHARACTERS) {
        text.append(xml.getText());
      } else if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("s")) {
        text.append(" ".repeat(repeated(xml, "c")));
      }
    }
    return new Cell(type, value, text.toString().strip(), formula);
  }

  private static boolean isEnd(XMLStreamReader xml, String element) {
    return xml.getEventType() == XMLStreamConstants.END_ELEMENT
        && xml.getLocalName().equals(element);
  }

  private static int repeated(XMLStreamReader xml, String name) {
    String text = attribute(xml, name);
    return text.isEmpty() ? 1 : Integer.parseInt(text);
  }

  private static String attribute(XMLStreamReader xml, String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return "";
  }
}
