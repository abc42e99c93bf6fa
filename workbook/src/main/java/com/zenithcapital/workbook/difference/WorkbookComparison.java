package com.zenithcapital.workbook.difference;

import com.zenithcapital.workbook.difference.DefinedNames.DefinedName;
import com.zenithcapital.workbook.difference.SheetDifference.Lines;
import com.zenithcapital.workbook.difference.SheetDifference.Place;
import com.zenithcapital.workbook.inspection.InParallel;
import com.zenithcapital.workbook.ooxml.SharedStrings;
import com.zenithcapital.workbook.ooxml.SheetPart;
import com.zenithcapital.workbook.ooxml.SheetPart.Kind;
import com.zenithcapital.workbook.sheet.CellRange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Compares two workbooks that inspection accepted. Memory is bounded, whatever they hold. */
public final class WorkbookComparison {

    /** Differing cells that are listed, of all sheets together; the others are counted. */
    public static final int MOST_CELLS = 10_000;

    private static final int MOST_NAMES = 1_000;
    /** Inserted or deleted ranges of rows, or of columns, that are listed of a sheet. */
    private static final int MOST_LINES = 1_000;
    /** Sheets whose differences are held at the same time before they are cut to what is listed. */
    private static final int BATCH = 4;
    /** Of all sets of cells together; a sheet has a part of them by its length, and a small one. */
    private static final long MOST_PIECES = 400_000;

    private static final int SETS_OF_A_SHEET = 6;

    private final OpenWorkbook old;
    private final OpenWorkbook now;

    private WorkbookComparison(OpenWorkbook old, OpenWorkbook now) {
        this.old = old;
        this.now = now;
    }

    /**
     * Compares them.
     *
     * @param onRead is told how many compressed bytes were read, by whichever thread
     * @throws com.zenithcapital.workbook.verdict.WorkbookRejectedException when one cannot be read to its end
     * @throws IOException when a file cannot be read
     */
    public static Difference compare(Path before, Path after, LongConsumer onRead) throws IOException {
        try (OpenWorkbook old = OpenWorkbook.open(before, onRead);
                OpenWorkbook now = OpenWorkbook.open(after, onRead)) {
            return new WorkbookComparison(old, now).compare();
        }
    }

    private Difference compare() throws IOException {
        List<SheetPair> paired = new SheetMatching(old, now).match();
        SheetPairs pairs = new SheetPairs(paired, now.sheets());
        Set<SheetPair> moved = new HashSet<>(SheetPairs.moved(paired));
        List<@Nullable SheetComparison> byPlace =
                new ArrayList<>(Collections.nCopies(now.sheets().size(), null));
        List<SheetComparison> comparisons = compareCells(pairs);
        comparisons.forEach(comparison -> byPlace.set(comparison.pair().after(), comparison));

        List<SheetDifference> sheets = sheets(pairs, byPlace, moved);
        List<NameDifference> names = names();
        Movement movement = movement(pairs, byPlace);
        return new Difference(sheets, names.subList(0, Math.min(MOST_NAMES, names.size())), names.size(), movement);
    }

    /** Of the sheets that hold cells and can be passed in step; together they keep the first differences only. */
    private List<SheetComparison> compareCells(SheetPairs pairs) throws IOException {
        List<SheetPair> comparable =
                pairs.all().stream().filter(SheetPair::comparable).toList();
        long bytes =
                comparable.stream().mapToLong(pair -> now.bytes(pair.now())).sum();
        List<SheetComparison> comparisons = new ArrayList<>();
        int left = MOST_CELLS;
        for (int from = 0; from < comparable.size(); from += BATCH) {
            int most = left;
            List<InParallel.Task<SheetComparison>> tasks = new ArrayList<>();
            for (SheetPair pair : comparable.subList(from, Math.min(comparable.size(), from + BATCH))) {
                long share = MOST_PIECES * now.bytes(pair.now()) / Math.max(1, bytes);
                long mostPieces = (share + MOST_PIECES / 4 / comparable.size()) / SETS_OF_A_SHEET;
                tasks.add(new InParallel.Task<>(
                        now.bytes(pair.now()),
                        () -> compareCells(pair, pairs, new SheetComparison(pair, most, (int) mostPieces))));
            }
            for (SheetComparison comparison : InParallel.run(tasks)) {
                comparison.keepCells(left);
                left -= comparison.cells().size();
                comparisons.add(comparison);
            }
        }
        return comparisons;
    }

    private SheetComparison compareCells(SheetPair pair, SheetPairs pairs, SheetComparison comparison) {
        try (OpenWorkbook.Cells oldCells = old.open(pair.old());
                OpenWorkbook.Cells newCells = now.open(pair.now())) {
            comparison.run(
                    new CellReader(oldCells.cursor(), old.contents(), old.styles(), FormulaMeaning.ofOld(pairs), pair),
                    new CellReader(newCells.cursor(), now.contents(), now.styles(), FormulaMeaning.ofNew(pairs), pair));
        }
        return comparison;
    }

    private List<SheetDifference> sheets(
            SheetPairs pairs, List<@Nullable SheetComparison> byPlace, Set<SheetPair> moved) {
        SharedStrings oldTexts = old.texts(strings(byPlace, CellDraft::oldStrings));
        SharedStrings newTexts = now.texts(strings(byPlace, CellDraft::newStrings));
        List<SheetDifference> sheets = new ArrayList<>();
        Set<Integer> stayed = new TreeSet<>();
        for (int place = 0; place < now.sheets().size(); place++) {
            SheetPair pair = pairs.at(place);
            if (pair == null) {
                sheets.add(SheetDifference.alone(null, place(now.sheets(), place)));
                continue;
            }
            stayed.add(pair.before());
            SheetDifference difference = sheet(pair, byPlace.get(place), moved.contains(pair), oldTexts, newTexts);
            if (!difference.isEmpty()) {
                sheets.add(difference);
            }
        }
        for (int place = 0; place < old.sheets().size(); place++) {
            if (!stayed.contains(place)) {
                sheets.add(SheetDifference.alone(place(old.sheets(), place), null));
            }
        }
        return sheets;
    }

    private static int[] strings(List<@Nullable SheetComparison> comparisons, Function<CellDraft, IntStream> strings) {
        return comparisons.stream()
                .flatMapToInt(comparison -> comparison == null
                        ? IntStream.empty()
                        : comparison.cells().stream().flatMapToInt(strings))
                .toArray();
    }

    private SheetDifference sheet(
            SheetPair pair,
            @Nullable SheetComparison comparison,
            boolean moved,
            SharedStrings oldTexts,
            SharedStrings newTexts) {
        boolean renamed = !pair.old().name().equals(pair.now().name());
        return new SheetDifference(
                place(old.sheets(), pair.before()),
                place(now.sheets(), pair.after()),
                renamed,
                moved,
                comparison != null || pair.now().kind() == Kind.OTHER,
                lines(pair.rows(), Integer::toString),
                lines(pair.columns(), CellRange::columnName),
                comparison == null
                        ? List.of()
                        : comparison.cells().stream()
                                .map(draft -> draft.resolved(oldTexts, newTexts))
                                .toList(),
                comparison == null ? Map.of() : comparison.counts(),
                comparison == null ? 0 : comparison.recalculatedCells());
    }

    private static Place place(List<SheetPart> sheets, int place) {
        SheetPart sheet = sheets.get(place);
        return new Place(sheet.name(), place + 1, sheet.visibility().word());
    }

    private static Lines lines(LineMap map, IntFunction<String> name) {
        List<LineMap.Lines> inserted = map.inserted();
        List<LineMap.Lines> deleted = map.deleted();
        return new Lines(ranges(inserted, name), ranges(deleted, name), count(inserted), count(deleted));
    }

    private static List<String> ranges(List<LineMap.Lines> lines, IntFunction<String> name) {
        return lines.stream()
                .limit(MOST_LINES)
                .map(range -> range.count() == 1
                        ? name.apply(range.first())
                        : name.apply(range.first()) + ":" + name.apply(range.first() + range.count() - 1))
                .toList();
    }

    private static long count(List<LineMap.Lines> lines) {
        return lines.stream().mapToLong(LineMap.Lines::count).sum();
    }

    private List<NameDifference> names() {
        Set<String> keys = new TreeSet<>(old.names().keySet());
        keys.addAll(now.names().keySet());
        List<NameDifference> differences = new ArrayList<>();
        for (String key : keys) {
            @Nullable DefinedName before = old.names().get(key);
            @Nullable DefinedName after = now.names().get(key);
            if (before != null && after != null && before.refersTo().equals(after.refersTo())) {
                continue;
            }
            DefinedName either = after != null ? after : Objects.requireNonNull(before);
            differences.add(new NameDifference(
                    either.name(),
                    either.scope(),
                    before == null ? null : before.refersTo(),
                    after == null ? null : after.refersTo()));
        }
        return differences;
    }

    private Movement movement(SheetPairs pairs, List<@Nullable SheetComparison> byPlace) {
        Precedents precedents = new Precedents(pairs, now.sheets(), now.names());
        Downstream downstream = new Downstream(now, precedents, byPlace);
        downstream.follow();
        Outputs outputs = Outputs.of(downstream, precedents, now.names(), now.sheets());
        return new Movement(
                downstream.isComplete(),
                downstream.moved(),
                downstream.unexplained(),
                outputs.read(old, now, pairs.all()),
                outputs.count());
    }
}
