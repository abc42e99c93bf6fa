package com.zenithcapital.workbook.benchmark;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import com.sun.management.OperatingSystemMXBean;
import com.zenithcapital.workbook.inspection.InspectionOptions;
import com.zenithcapital.workbook.inspection.WorkbookInspector;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;

/**
 * How long the engine takes for a workbook, and how long inflating and a bare Aalto that counts cells take for the
 * same one. Prints seconds of wall clock and of processor, the best of three. Not a test: run its {@code main}.
 */
public final class ReadingBenchmark {

    private static final int ROUNDS = 3;

    private ReadingBenchmark() {}

    /** {@code FILE} */
    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[0]);
        measure("inflate", () -> inflate(file));
        measure("inflate and Aalto, one thread, counting", () -> count(file));
        measure("inspect", () -> inspect(file));
    }

    private static long inflate(Path file) throws Exception {
        long bytes = 0;
        byte[] buffer = new byte[1 << 16];
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                try (InputStream in = zip.getInputStream(entry)) {
                    int read = in.read(buffer);
                    while (read >= 0) {
                        bytes += read;
                        read = in.read(buffer);
                    }
                }
            }
        }
        return bytes;
    }

    private static long count(Path file) throws Exception {
        XMLInputFactory factory = new InputFactoryImpl();
        long cells = 0;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                if (!entry.getName().startsWith("xl/worksheets/sheet")) {
                    continue;
                }
                try (InputStream in = zip.getInputStream(entry)) {
                    XMLStreamReader xml = factory.createXMLStreamReader(in);
                    while (xml.hasNext()) {
                        if (xml.next() == XMLStreamConstants.START_ELEMENT
                                && xml.getLocalName().equals("c")) {
                            cells++;
                        }
                    }
                }
            }
        }
        return cells;
    }

    private static long inspect(Path file) throws Exception {
        return new WorkbookInspector(InspectionOptions.DEFAULT)
                .inspect(file, "model.xlsx").sheets().stream()
                        .mapToLong(sheet -> sheet.counts().cells())
                        .sum();
    }

    private static void measure(String what, Work work) throws Exception {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        double wall = Double.MAX_VALUE;
        double processor = Double.MAX_VALUE;
        long result = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            long startProcessor = system.getProcessCpuTime();
            result = work.run();
            wall = Math.min(wall, (System.nanoTime() - start) / 1e9);
            processor = Math.min(processor, (system.getProcessCpuTime() - startProcessor) / 1e9);
        }
        System.out.printf("%-42s %6.2f s wall %6.2f s processor  (%,d)%n", what, wall, processor, result);
    }

    private interface Work {
        long run() throws Exception;
    }
}
