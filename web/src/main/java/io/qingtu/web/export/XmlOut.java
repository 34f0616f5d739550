package io.qingtu.web.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** XML element by element; what goes wrong is an IOException. */
final class XmlOut {
  private static final String XMLNS = "xmlns:";

  private final Map<String, String> namespaces = new HashMap<>();
  private final OutputStream out;
  private final XMLStreamWriter xml;

  XmlOut(OutputStream to) throws IOException {
    out = new BufferedOutputStream(to);
    try {
      xml =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  /**
   * @param attributes names and values by turns, namespaces among them before they are used
   */
  XmlOut begin(String element, String... attributes) throws IOException {
    try {
      for (int i = 0; i < attributes.length; i += 2) {
        if (attributes[i].startsWith(XMLNS)) {
          namespaces.put(attributes[i].substring(XMLNS.length()), attributes[i + 1]);
        }
      }
      int colon = element.indexOf(':');
      if (colon < 0) {
        xml.writeStartElement(element);
      } else {
        String prefix = element.substring(0, colon);
        xml.writeStartElement(prefix, element.substring(colon + 1), namespaces.get(prefix));
      }
      for (int i = 0; i < attributes.length; i += 2) {
        attribute(attributes[i], attributes[i + 1]);
      }
      return this;
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private void attribute(String name, String value) throws XMLStreamException {
    int colon = name.indexOf(':');
    if (name.equals("xmlns")) {
      xml.writeDefaultNamespace(value);
    } else if (name.startsWith(XMLNS)) {
      xml.writeNamespace(name.substring(colon + 1), value);
    } else if (colon < 0) {
      xml.writeAttribute(name, value);
    } else {
      String prefix = name.substring(0, colon);
      xml.writeAttribute(prefix, namespaces.get(prefix), name.substring(colon + 1), value);
    }
  }

  XmlOut end() throws IOException {
    try {
      xml.writeEndElement();
      return this;
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  /** An element with text; control characters, which XML does not allow, become spaces. */
  XmlOut text(String element, String text) throws IOException {
    begin(element);
    try {
      xml.writeCharacters(text.replaceAll("\\p{Cntrl}", " "));
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    return end();
  }

  void close() throws IOException {
    try {
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    out.close();
  }
}
