package com.zenithcapital.workbook.dependency;

import com.zenithcapital.workbook.dependency.SheetNames.Span;
import com.zenithcapital.workbook.format.CellStyles;
import com.zenithcapital.workbook.ooxml.SheetPart;
import com.zenithcapital.workbook.sheet.CellListener;
import com.zenithcapital.workbook.sheet.CellRange;
import com.zenithcapital.workbook.verdict.Finding;
import com.zenithcapital.workbook.xml.PartReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What depends on what in a workbook: gathered while its sheets and other parts pass, judged when all have. Sheets and
 * parts may be read by several threads.
 */
public final class WorkbookDependencies {

    private static final int MOST_BLOCKS = 100_000;
    private static final int MOST_NUMBERS = 100_000;
    private static final int MOST_REFERENCES = 200_000;
    private static final int MOST_REFERENCES_BESIDE = 50_000;
    private static final long MOST_STEPS_TO_USE = 30_000_000;

    private final List<SheetPart> sheets;
    private final SheetNames sheetNames;
    private final WorkbookNames names;
    private final Allowance blocks = new Allowance(MOST_BLOCKS);
    private final Allowance numbers = new Allowance(MOST_NUMBERS);
    private final Allowance references = new Allowance(MOST_REFERENCES);
    private final @Nullable SheetFormulas[] formulas;
    /** Of what stands in no cell: formats, validations, charts. */
    private final References beside = new References();

    private final ReferenceReader besideReader;
    private final List<Area> taken = new ArrayList<>();
    private final Set<String> tables = new HashSet<>();
    /** Whether something may refer to cells that were not understood. */
    private boolean open;

    private WorkbookDependencies(List<SheetPart> sheets, SheetNames sheetNames, WorkbookNames names) {
        this.sheets = List.copyOf(sheets);
        this.sheetNames = sheetNames;
        this.names = names;
        this.formulas = new SheetFormulas[sheets.size()];
        this.besideReader = new ReferenceReader(sheetNames, names);
    }

    /** {@code xml}: the workbook's own part, which is read for its names. */
    public static WorkbookDependencies read(PartReader xml, List<SheetPart> sheets) {
        SheetNames sheetNames = new SheetNames(sheets);
        return new WorkbookDependencies(sheets, sheetNames, WorkbookNames.read(xml, sheetNames));
    }

    /** Listens to the cells of the sheet at this place. */
    public synchronized CellListener listener(int sheet, CellStyles styles) {
        SheetFormulas of = new SheetFormulas(
                sheet, new ReferenceReader(sheetNames, names), blocks, references, new InputNumbers(styles, numbers));
        formulas[sheet] = of;
        return of;
    }

    /** A formula that names its sheets. */
    void addBeside(String formula) {
        addBeside(References.OWN_SHEET, formula, false);
    }

    /**
     * A formula of the sheet at this place that stands in no cell.
     *
     * @param moves whether it stands for many cells, so that its relative references are those of any of them
     */
    public synchronized void addBeside(int sheet, String formula, boolean moves) {
        if (open) {
            return;
        }
        int from = beside.count();
        besideReader.read(formula, 1, 1, sheet, false, beside);
        for (int index = from; index < beside.count() && !moves; index++) {
            beside.anchor(index, 1, 1);
        }
        open |= besideReader.isOpen() || beside.count() > MOST_REFERENCES_BESIDE;
    }

    /** Something else than formulas has the range of the sheet at this place: a table, a pivot table. */
    synchronized void addTaken(int sheet, String range) {
        CellRange cells = CellRange.parse(range);
        if (cells == null || sheet < 0 || taken.size() == MOST_REFERENCES_BESIDE) {
            open = true;
            return;
        }
        Area area = new Area();
        area.of(sheet, cells);
        taken.add(area);
    }

    synchronized void addTable(String name) {
        if (tables.size() < MOST_REFERENCES_BESIDE) {
            tables.add(name.toLowerCase(Locale.ROOT));
        }
    }

    /** Cells that a pivot table or the like takes its data from. */
    void addSource(@Nullable String sheet, @Nullable String range, @Nullable String name) {
        if (name != null) {
            addBeside(name);
        } else if (sheet != null && range != null) {
            Span span = sheetNames.span(sheet + "!");
            if (span.isKnown()) {
                addTaken(span.first(), range);
            }
        }
    }

    /** Nobody can know what a program reads. */
    public synchronized void addProgram() {
        open = true;
    }

    /** After all sheets and parts. {@code mostRanges}: of each sheet, for one rule. */
    public List<Finding> findings(int mostRanges) {
        List<@Nullable SheetFormulas> all = Arrays.asList(formulas);
        all.stream().forEach(sheet -> {
            if (sheet != null) {
                sheet.close();
            }
        });
        boolean complete = !blocks.isExceeded() && !references.isExceeded();
        for (SheetFormulas sheet : all) {
            complete &= sheet == null || sheet.isComplete();
        }
        if (!complete) {
            return List.of();
        }
        Report report = new Report(sheets, mostRanges);
        CircularReferences circles = new CircularReferences(all, CircularReferences.Limits.DEFAULT);
        circles.find();
        List<Finding> findings = new ArrayList<>(report.circles(circles, names.isIterating()));
        UnusedInputs unused = unused(all);
        if (unused != null) {
            findings.addAll(report.unused(unused));
        }
        return findings;
    }

    /** Null where numbers may be used in a way that cannot be seen. */
    private synchronized @Nullable UnusedInputs unused(List<@Nullable SheetFormulas> all) {
        boolean known = !open && names.isComplete() && tables.containsAll(names.tables()) && !numbers.isExceeded();
        for (SheetFormulas sheet : all) {
            known &= sheet == null || (!sheet.isOpen() && sheet.numbers().isComplete());
        }
        if (!known) {
            return null;
        }
        UnusedInputs unused = new UnusedInputs(all, new Budget(MOST_STEPS_TO_USE));
        Area area = new Area();
        for (int place = 0; place < all.size(); place++) {
            SheetFormulas sheet = all.get(place);
            if (sheet == null) {
                continue;
            }
            unused.use(sheet);
            for (CellRange range : sheet.filled()) {
                area.of(place, range);
                unused.use(area, false);
            }
        }
        useAll(beside, unused);
        useAll(names.references(), unused);
        taken.forEach(of -> unused.use(of, false));
        return unused.isComplete() ? unused : null;
    }

    private static void useAll(References references, UnusedInputs unused) {
        Area area = new Area();
        for (int index = 0; index < references.count(); index++) {
            references.anywhere(index, area);
            if (area.firstSheet != References.OWN_SHEET) {
                unused.use(area, false);
            }
        }
    }
}
