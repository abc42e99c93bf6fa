package com.zenithcapital.system;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What a sheet holds, counted by the JDK's own XML reader: a second opinion beside the engine's. */
record SheetCount(long cells, long formulas, long errors) {

    private static final XMLInputFactory XML = withoutSizeLimits();

    /** Counts the sheet of this number (from 1) of a workbook whose sheets are named as Excel names them. */
    static SheetCount of(Path workbook, int number) {
        try (ZipFile zip = new ZipFile(workbook.toFile());
                InputStream sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet%d.xml".formatted(number)))) {
            return count(sheet);
        } catch (IOException | XMLStreamException e) {
            throw new AssertionError("Sheet %d of %s cannot be counted".formatted(number, workbook), e);
        }
    }

    /** The JDK's reader takes a long document for an attack by default; these documents are our own. */
    private static XMLInputFactory withoutSizeLimits() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        return factory;
    }

    private static SheetCount count(InputStream sheet) throws XMLStreamException {
        long cells = 0;
        long formulas = 0;
        long errors = 0;
        XMLStreamReader reader = XML.createXMLStreamReader(sheet);
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                switch (reader.getLocalName()) {
                    case "c" -> {
                        cells++;
                        errors += "e".equals(reader.getAttributeValue(null, "t")) ? 1 : 0;
                    }
                    case "f" -> formulas++;
                    default -> {
                        // rows, values and the sheet's furniture are not counted
                    }
                }
            }
        }
        return new SheetCount(cells, formulas, errors);
    }
}
