package com.zenithcapital.benchmarks.engine;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The process of one contender, asked for one round at a time. All get the same heap and collector. */
final class ContenderProcess implements AutoCloseable {

    private static final String HEAP = "-Xmx512m";

    /**
     * The SAX parser of JDK 25 counts each escaped character of a formula towards its limits on entities, so that POI stops at
     * the 100,001st of a sheet. Without them it reads on.
     */
    private static final String ENTITIES = "-Djdk.xml.maxGeneralEntitySizeLimit=0";

    private static final String TOTAL_OF_ENTITIES = "-Djdk.xml.totalEntitySizeLimit=0";

    private final Contender contender;
    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter questions;

    ContenderProcess(Contender contender, Path workbookJar, Path ownClasses) throws IOException {
        this.contender = contender;
        String classPath =
                switch (contender.classes()) {
                    case PEERS -> System.getProperty("java.class.path");
                    case PACKAGED_JAR -> workbookJar + System.getProperty("path.separator") + ownClasses;
                };
        this.process = new ProcessBuilder(List.of(
                        JavaCommand.path(),
                        HEAP,
                        "-XX:+UseSerialGC",
                        ENTITIES,
                        TOTAL_OF_ENTITIES,
                        "-cp",
                        classPath,
                        ContenderMain.class.getName(),
                        contender.name()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.questions = process.outputWriter(StandardCharsets.UTF_8);
    }

    Contender contender() {
        return contender;
    }

    /** One round of so many readings; its figures are those of one reading. */
    Round read(Path workbook, int readings) throws IOException {
        questions.write(readings + " " + workbook);
        questions.newLine();
        questions.flush();
        String answer = answers.readLine();
        if (answer == null) {
            throw new IllegalStateException(contender + " ended without an answer");
        }
        String[] words = answer.split(" ");
        return new Round(
                Long.parseLong(words[0]) / 1e9 / readings,
                Long.parseLong(words[1]) / 1e9 / readings,
                new Count(Long.parseLong(words[2]), Long.parseLong(words[3])));
    }

    /** The end of its standard input is the end of it. */
    @Override
    public void close() throws IOException {
        questions.close();
        answers.close();
        process.destroy();
    }
}
