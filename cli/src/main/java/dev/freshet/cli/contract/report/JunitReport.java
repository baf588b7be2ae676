package dev.freshet.cli.contract.report;

import java.io.StringWriter;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The report as a test suite, a case for each file, for the test pages of build servers. */
final class JunitReport {
  private JunitReport() {}

  static String print(List<CheckedFile> files) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("testsuite");
      xml.writeAttribute("name", "freshet contract check");
      xml.writeAttribute("tests", String.valueOf(files.size()));
      xml.writeAttribute("failures", count(files, Standing.FAILS));
      xml.writeAttribute("errors", count(files, Standing.UNREADABLE));
      for (CheckedFile file : files) {
        testCase(xml, file);
      }
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing XML to memory cannot fail", e);
    }
    return text.toString();
  }

  private static String count(List<CheckedFile> files, Standing standing) {
    return String.valueOf(files.stream().filter(f -> f.standing() == standing).count());
  }

  private static void testCase(XMLStreamWriter xml, CheckedFile file) throws XMLStreamException {
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", file.subject());
    xml.writeAttribute("name", file.file().toString());
    xml.writeAttribute("file", file.file().toString());
    if (file.standing() != Standing.PASSES) {
      xml.writeStartElement(file.standing() == Standing.FAILS ? "failure" : "error");
      xml.writeAttribute("message", file.headline());
      xml.writeAttribute("type", rules(file));
      xml.writeCharacters(TextReport.print(List.of(file)));
      xml.writeEndElement();
    } else {
      xml.writeStartElement("system-out");
      xml.writeCharacters(TextReport.print(List.of(file)));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static String rules(CheckedFile file) {
    return file.remarks().stream()
        .filter(r -> r.level() == Remark.Level.ERROR)
        .map(Remark::rule)
        .distinct()
        .collect(Collectors.joining(" "));
  }
}
