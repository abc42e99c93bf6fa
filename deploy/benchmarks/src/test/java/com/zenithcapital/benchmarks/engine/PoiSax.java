package com.zenithcapital.benchmarks.engine;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Iterator;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** POI's event model: {@link XSSFReader} and the SAX parser that POI sets up. Shared strings and styles are left alone. */
final class PoiSax implements ContenderMain.Reading {

    @Override
    public Count read(Path file) throws Exception {
        Count sum = Count.NOTHING;
        try (OPCPackage opc = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            Iterator<InputStream> sheets = new XSSFReader(opc).getSheetsData();
            while (sheets.hasNext()) {
                try (InputStream sheet = sheets.next()) {
                    Counting counting = new Counting();
                    XMLReader parser = XMLHelper.newXMLReader();
                    parser.setContentHandler(counting);
                    parser.parse(new InputSource(sheet));
                    sum = sum.plus(new Count(counting.cells, counting.formulas));
                }
            }
        }
        return sum;
    }

    private static final class Counting extends DefaultHandler {

        private long cells;
        private long formulas;

        @Override
        public void startElement(String uri, String localName, String qualifiedName, Attributes attributes) {
            if (localName.equals("c")) {
                cells++;
            } else if (localName.equals("f")) {
                formulas++;
            }
        }
    }
}
