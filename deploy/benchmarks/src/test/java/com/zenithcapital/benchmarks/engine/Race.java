package com.zenithcapital.benchmarks.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** All contenders over one workbook: warmed up, then round by round in turns, so that a busy minute slows all of them. */
final class Race {

    /** Of processor time: the JIT compiler is done with a loop of this kind after a second or two. */
    private static final double WARM_UP_SECONDS = 4;

    private static final int WARM_UP_ROUNDS = 2;
    /** The clock of processor time has ticks of 10 ms, so small workbooks are read several times in a round. */
    private static final long BYTES_OF_A_ROUND = 25_000_000;

    private final Path workbook;
    private final int readings;
    private final Map<Contender, List<Round>> rounds = new EnumMap<>(Contender.class);

    private Race(Path workbook) throws IOException {
        this.workbook = workbook;
        this.readings = Math.toIntExact(Math.max(1, BYTES_OF_A_ROUND / Files.size(workbook)));
    }

    static Race of(Path workbook, int rounds, Path workbookJar, Path ownClasses) throws IOException {
        Race race = new Race(workbook);
        List<ContenderProcess> contenders = new ArrayList<>();
        try {
            for (Contender contender : Contender.values()) {
                contenders.add(new ContenderProcess(contender, workbookJar, ownClasses));
            }
            for (ContenderProcess contender : contenders) {
                race.warmUp(contender);
            }
            for (int round = 0; round < rounds; round++) {
                for (ContenderProcess contender : contenders) {
                    race.run(contender);
                }
            }
        } finally {
            for (ContenderProcess contender : contenders) {
                contender.close();
            }
        }
        race.check();
        return race;
    }

    double wall(Contender contender) {
        return median(contender, Round::wall);
    }

    double processor(Contender contender) {
        return median(contender, Round::processor);
    }

    /** The median of the rounds' ratios: both of a round ran within seconds of each other. */
    double wallRatio(Contender contender, Contender peer) {
        List<Double> ratios = new ArrayList<>();
        List<Round> own = of(contender);
        for (int round = 0; round < own.size(); round++) {
            ratios.add(own.get(round).wall() / of(peer).get(round).wall());
        }
        return median(ratios);
    }

    double processorRatio(Contender contender, Contender peer) {
        return processor(contender) / processor(peer);
    }

    Count count() {
        return of(Contender.INSPECTION).getFirst().count();
    }

    private void warmUp(ContenderProcess contender) throws IOException {
        double seconds = 0;
        int rounds = 0;
        while (seconds < WARM_UP_SECONDS || rounds < WARM_UP_ROUNDS) {
            seconds += contender.read(workbook, readings).processor() * readings;
            rounds++;
        }
    }

    private void run(ContenderProcess contender) throws IOException {
        rounds.computeIfAbsent(contender.contender(), key -> new ArrayList<>()).add(contender.read(workbook, readings));
    }

    private void check() {
        for (Contender contender : Contender.values()) {
            for (Round round : of(contender)) {
                if (contender.counts() && !round.count().equals(count())) {
                    throw new IllegalStateException(
                            "%s found %s, the inspection %s".formatted(contender, round.count(), count()));
                }
            }
        }
    }

    private List<Round> of(Contender contender) {
        return rounds.getOrDefault(contender, List.of());
    }

    private double median(Contender contender, ToDoubleFunction<Round> figure) {
        return median(of(contender).stream().map(figure::applyAsDouble).toList());
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
