package com.zenithcapital.workbook.biff;

import static com.zenithcapital.workbook.verdict.Rejection.MACRO_NOT_ALLOWED;

import com.zenithcapital.workbook.ooxml.DocumentFacts;
import com.zenithcapital.workbook.ooxml.SharedStrings;
import com.zenithcapital.workbook.ooxml.SheetPart;
import com.zenithcapital.workbook.sheet.PreviewShape;
import com.zenithcapital.workbook.sheet.SheetContent;
import com.zenithcapital.workbook.sheet.WorksheetReader;
import com.zenithcapital.workbook.verdict.Finding;
import com.zenithcapital.workbook.verdict.Policy;
import com.zenithcapital.workbook.verdict.Rule;
import com.zenithcapital.workbook.verdict.Shortened;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A workbook of Excel 97-2003. Its stream is passed once for all sheets and once more for the texts that are shown;
 * whatever POI throws on the way is about the file.
 */
public final class BiffWorkbook implements AutoCloseable {

    private static final int EXCEL_4_MACROS = 0x0040;

    static {
        // POI's library for logging would write that it has nowhere to log to, and POI what it found odd.
        System.setProperty("log4j2.StatusLogger.level", "OFF");
        System.setProperty("org.apache.logging.log4j.simplelog.level", "OFF");
    }

    private final BiffFile file;
    private final Policy policy;
    private final Records records;
    private final Globals globals;
    private int pivotTables;
    private int charts;
    private int comments;

    private BiffWorkbook(BiffFile file, Policy policy) throws IOException {
        this.file = file;
        this.policy = policy;
        this.records = file.records();
        this.globals = Globals.read(records, policy);
    }

    /** Refuses what the list of entries and the first records are enough to refuse. */
    public static BiffWorkbook open(FileChannel channel, Policy policy) throws IOException {
        BiffFile file = BiffFile.open(channel);
        file.checkEntries(policy);
        return new BiffWorkbook(file, policy);
    }

    public List<SheetPart> sheets() {
        return globals.sheets().stream().map(BoundSheet::toPart).toList();
    }

    /** The first of each rule. Complete once the sheets have been read. */
    public List<Finding> findings() {
        return globals.found().kept();
    }

    /** How many of a rule there are beside {@link #findings()}. */
    public Map<Rule, Integer> furtherFindings() {
        return globals.found().more();
    }

    /**
     * In the workbook's order; null where a sheet holds no cells by its kind. To be called once.
     *
     * @param shape of each preview
     * @param mostRanges to list for one error value or function of a sheet
     */
    public List<@Nullable SheetContent> readSheets(PreviewShape shape, int mostRanges) {
        Map<Long, Integer> places = new HashMap<>();
        for (int index = 0; index < globals.sheets().size(); index++) {
            places.put(globals.sheets().get(index).position(), index);
        }
        @Nullable SheetContent[] contents = new SheetContent[globals.sheets().size()];
        int sid = records.next();
        while (sid != Records.END) {
            if (sid == Sid.BOF) {
                Integer place = places.get(records.position());
                if (place == null || globals.sheets().get(place).type() != BoundSheet.Type.WORKSHEET) {
                    skipSheet();
                } else {
                    contents[place] = read(globals.sheets().get(place), shape, mostRanges);
                }
            }
            sid = records.next();
        }
        for (int index = 0; index < contents.length; index++) {
            BoundSheet sheet = globals.sheets().get(index);
            if (contents[index] == null && sheet.type() == BoundSheet.Type.WORKSHEET) {
                throw Records.corrupt("the records of sheet %s are missing".formatted(Shortened.name(sheet.name())));
            }
        }
        return Arrays.asList(contents);
    }

    /** Complete once the sheets have been read. Names are counted only, and tables came later than this format. */
    public DocumentFacts document(List<String> protectedSheets) {
        long chartSheets = globals.sheets().stream()
                .filter(sheet -> sheet.type() == BoundSheet.Type.CHART)
                .count();
        DocumentFacts.Parts parts = new DocumentFacts.Parts(
                globals.found().count(Rule.EXTERNAL_LINK),
                globals.found().count(Rule.DATA_CONNECTION),
                pivotTables,
                charts + (int) chartSheets,
                0,
                comments);
        return new DocumentFacts(
                file.properties(), globals.names(), List.of(), parts, globals.structureProtected(), protectedSheets);
    }

    /** Those of the wanted numbers, each of at most {@code length} characters. */
    public SharedStrings strings(int[] wanted, int length) throws IOException {
        return SharedTexts.read(file.records(), wanted, length);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private SheetContent read(BoundSheet sheet, PreviewShape shape, int mostRanges) {
        records.u16();
        if (records.u16() == EXCEL_4_MACROS && !policy.macrosAllowed()) {
            throw MACRO_NOT_ALLOWED.because("The sheet %s holds Excel 4 macros; macros are not allowed."
                    .formatted(Shortened.name(sheet.name())));
        }
        SheetPart part = sheet.toPart();
        PreviewShape wanted = part.isShown() ? shape : PreviewShape.NOTHING;
        BiffCursor cursor = new BiffCursor(records);
        SheetContent content = new WorksheetReader(
                        part, policy, wanted, mostRanges, globals.styles(), globals.date1904())
                .read(cursor);
        pivotTables += cursor.objects().pivotTables();
        charts += cursor.objects().charts();
        comments += cursor.objects().comments();
        if (cursor.objects().hasQueries()) {
            globals.found()
                    .add(Finding.ofSheet(
                            Rule.DATA_CONNECTION, sheet.name(), "A range of the sheet is filled by a query."));
        }
        return content;
    }

    /** A chart, or records that no sheet of the list has. */
    private void skipSheet() {
        int depth = 1;
        while (depth > 0) {
            switch (records.next()) {
                case Records.END -> throw Records.corrupt("a sheet does not end");
                case Sid.BOF -> depth++;
                case Sid.EOF -> depth--;
                default -> {
                    // How a chart looks.
                }
            }
        }
    }
}
