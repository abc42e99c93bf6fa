package com.zenithcapital.platform.proof;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Accepted minus done is nothing: compares what the system said it had accepted with what its ledgers hold.
 *
 * <pre>{@code
 * Conservation.of(acceptedJobs)
 *         .exactlyOnce("verdict", verdictRows)
 *         .exactlyOnce("mail", mails)
 *         .check();
 * }</pre>
 *
 * A key missing from a ledger is a loss, a key twice in it is a double, and a key that nobody accepted is a stranger: a
 * trace of something that was refused. All three fail, each with its key, so that a run can be understood afterwards.
 */
public final class Conservation {

    /** What one ledger has wrong about one key. */
    public sealed interface Discrepancy {

        String ledger();

        String key();

        /** The system accepted it, and this ledger knows nothing of it. */
        record Missing(String ledger, String key) implements Discrepancy {
            @Override
            public String toString() {
                return "missing  %s  %s".formatted(ledger, key);
            }
        }

        /** It is in this ledger more than once. */
        record Doubled(String ledger, String key, long times) implements Discrepancy {
            @Override
            public String toString() {
                return "doubled  %s  %s  (%d times)".formatted(ledger, key, times);
            }
        }

        /** It is in this ledger, and the system never accepted it. */
        record Stranger(String ledger, String key) implements Discrepancy {
            @Override
            public String toString() {
                return "stranger %s  %s".formatted(ledger, key);
            }
        }
    }

    private final Set<String> accepted;
    private final Map<String, Ledger> ledgers;

    private Conservation(Set<String> accepted, Map<String, Ledger> ledgers) {
        this.accepted = accepted;
        this.ledgers = ledgers;
    }

    /** The keys of everything that was accepted; one that is given twice was accepted once (an idempotent repeat). */
    public static Conservation of(Collection<String> accepted) {
        return new Conservation(new LinkedHashSet<>(accepted), Map.of());
    }

    /** Adds a ledger that must hold each accepted key exactly once, and no other. */
    public Conservation exactlyOnce(String name, Ledger ledger) {
        Map<String, Ledger> more = new LinkedHashMap<>(ledgers);
        more.put(name, ledger);
        return new Conservation(accepted, more);
    }

    /** Reads every ledger, once, and lists what is wrong; empty when everything is conserved. */
    public List<Discrepancy> discrepancies() {
        List<Discrepancy> found = new ArrayList<>();
        ledgers.forEach((name, ledger) -> found.addAll(compare(name, ledger)));
        return found;
    }

    /**
     * Reads every ledger, once.
     *
     * @throws AssertionError naming each discrepancy, if there is one
     */
    public void check() {
        List<Discrepancy> found = discrepancies();
        if (!found.isEmpty()) {
            throw new AssertionError("Not conserved: %d accepted, %d wrong%n%s"
                    .formatted(
                            accepted.size(),
                            found.size(),
                            found.stream().map(Discrepancy::toString).collect(joining("\n"))));
        }
    }

    private List<Discrepancy> compare(String name, Ledger ledger) {
        Map<String, Long> times = ledger.keys().stream().collect(groupingBy(identity(), TreeMap::new, counting()));
        List<Discrepancy> found = new ArrayList<>();
        for (String key : accepted) {
            if (!times.containsKey(key)) {
                found.add(new Discrepancy.Missing(name, key));
            }
        }
        times.forEach((key, count) -> {
            if (!accepted.contains(key)) {
                found.add(new Discrepancy.Stranger(name, key));
            }
            if (count > 1) {
                found.add(new Discrepancy.Doubled(name, key, count));
            }
        });
        return found;
    }
}
