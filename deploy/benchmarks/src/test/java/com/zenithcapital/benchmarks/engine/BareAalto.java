package com.zenithcapital.benchmarks.engine;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import com.zenithcapital.workbook.inspection.InParallel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * {@link ZipFile} and the parser alone over all sheet parts: no bound, no place, no value, no text decoded. It counts
 * the elements {@code c} and {@code f}, which is what its events give away.
 */
final class BareAalto implements ContenderMain.Reading {

    private final int threads;

    BareAalto(int threads) {
        this.threads = threads;
    }

    @Override
    public Count read(Path file) throws Exception {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<InParallel.Task<Count>> sheets = new ArrayList<>();
            for (ZipEntry entry : zip.stream().toList()) {
                if (entry.getName().startsWith("xl/worksheets/sheet")) {
                    sheets.add(new InParallel.Task<>(entry.getSize(), () -> read(zip, entry)));
                }
            }
            return Sheets.read(threads, sheets);
        }
    }

    private static Count read(ZipFile zip, ZipEntry entry) throws IOException, XMLStreamException {
        long cells = 0;
        long formulas = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            XMLStreamReader xml = new InputFactoryImpl().createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    String name = xml.getLocalName();
                    if (name.equals("c")) {
                        cells++;
                    } else if (name.equals("f")) {
                        formulas++;
                    }
                }
            }
        }
        return new Count(cells, formulas);
    }
}
