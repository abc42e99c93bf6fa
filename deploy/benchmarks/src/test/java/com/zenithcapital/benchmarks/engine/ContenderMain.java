package com.zenithcapital.benchmarks.engine;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A contender's own process: for each line of standard input, a number and the path of a workbook, it reads that
 * workbook so many times and answers with the wall and processor nanoseconds of all of them, and the cells and formulas
 * of one. Waiting for the next line costs nothing.
 */
final class ContenderMain {

    private ContenderMain() {}

    /** {@code CONTENDER} */
    public static void main(String[] arguments) throws Exception {
        PrintStream answers = System.out;
        System.setOut(System.err); // some libraries log there
        Reading reading = reading(Contender.valueOf(arguments[0]));
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String line = in.readLine();
        while (line != null) {
            int space = line.indexOf(' ');
            int readings = Integer.parseInt(line.substring(0, space));
            Path file = Path.of(line.substring(space + 1));
            Count count = Count.NOTHING;
            System.gc(); // a round pays for its own garbage only
            long processor = system.getProcessCpuTime();
            long start = System.nanoTime();
            for (int index = 0; index < readings; index++) {
                count = reading.read(file);
            }
            long wall = System.nanoTime() - start;
            answers.println(wall + " " + (system.getProcessCpuTime() - processor) + " " + count.cells() + " "
                    + count.formulas());
            line = in.readLine();
        }
    }

    /** The classes of the others are not loaded: those of the packaged jar lack them. */
    private static Reading reading(Contender contender) {
        return switch (contender) {
            case INFLATE -> new Inflating();
            case AALTO, AALTO_PARALLEL -> new BareAalto(contender.threads());
            case FASTEXCEL -> new FastExcel();
            case POI_SAX -> new PoiSax();
            case COUNTING, COUNTING_PARALLEL -> new EngineCounting(contender.threads());
            case INSPECTION -> new EngineInspection();
        };
    }

    /** Opens a workbook, reads it, closes it. */
    interface Reading {

        Count read(Path file) throws Exception;
    }
}
