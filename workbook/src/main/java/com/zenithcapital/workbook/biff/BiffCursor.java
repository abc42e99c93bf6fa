package com.zenithcapital.workbook.biff;

import com.zenithcapital.workbook.sheet.CellCursor;
import com.zenithcapital.workbook.sheet.CellKind;
import com.zenithcapital.workbook.sheet.CellRange;
import com.zenithcapital.workbook.sheet.SheetLayout;
import com.zenithcapital.workbook.verdict.WorkbookRejectedException;
import java.util.BitSet;
import org.apache.poi.hssf.util.RKUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.jspecify.annotations.Nullable;

/** The cells of one sheet: the records from behind its BOF to its EOF. */
final class BiffCursor implements CellCursor {

    private static final int COLUMNS = 256;
    private static final int ROW_HIDDEN = 0x20;
    private static final int COLUMN_HIDDEN = 0x01;
    private static final long NO_NUMBER = 0xFFFFL;
    private static final int UNKNOWN_ERROR = -1;

    private final Records records;
    private final SheetObjects objects = new SheetObjects();
    private final SheetLayout layout = new SheetLayout();
    private final FormulaTokens tokens = new FormulaTokens();
    private final BitSet hiddenRows = new BitSet();
    private boolean numbersKept = true;
    private int depth;
    private int row;
    private int column;
    private int style;
    private CellKind kind = CellKind.NUMBER;
    private String value = "";
    private boolean hasValue;
    private boolean hasFormula;
    private String formula = "";
    /** Cells of a MULRK record that are still to come. */
    private int numbersLeft;

    BiffCursor(Records records) {
        this.records = records;
    }

    @Override
    public boolean next() {
        if (numbersLeft > 0) {
            column++;
            readPackedNumber();
            return true;
        }
        while (true) {
            int sid = records.next();
            switch (sid) {
                case Records.END -> throw Records.corrupt("a sheet does not end");
                case Sid.BOF -> {
                    depth++;
                    objects.addChart();
                }
                case Sid.EOF -> {
                    if (depth == 0) {
                        return false;
                    }
                    depth--;
                }
                default -> {
                    // A chart within the sheet keeps the values it shows as cells of its own.
                    if (depth == 0 && read(sid)) {
                        return true;
                    }
                }
            }
        }
    }

    private boolean read(int sid) {
        switch (sid) {
            case Sid.NUMBER -> {
                place();
                number(records.i64());
                return true;
            }
            case Sid.RK -> {
                place();
                packed(records.i32());
                return true;
            }
            case Sid.MUL_RK -> {
                return beginPackedNumbers();
            }
            case Sid.LABEL_SST -> {
                place();
                value(CellKind.SHARED_STRING, Integer.toUnsignedString(records.i32()));
                return true;
            }
            case Sid.LABEL, Sid.RSTRING -> {
                place();
                value(CellKind.TEXT, records.text());
                return hasValue;
            }
            case Sid.BOOL_ERR -> {
                place();
                int code = records.u8();
                boolOrError(code, records.u8() != 0);
                return true;
            }
            case Sid.FORMULA -> {
                readFormula();
                return true;
            }
            case Sid.PROTECT -> layout.protect(records.u16() == 1);
            case Sid.ROW -> readRow();
            case Sid.COL_INFO -> readColumns();
            case Sid.MERGE_CELLS -> readMerges();
            default -> objects.read(sid, records);
        }
        return false;
    }

    private void place() {
        row = records.u16() + 1;
        column = records.u16() + 1;
        style = records.u16();
        if (column > COLUMNS) {
            throw corrupt("a cell lies outside of the sheet");
        }
        hasFormula = false;
        formula = "";
    }

    private void value(CellKind of, String stored) {
        kind = of;
        value = stored;
        hasValue = !stored.isEmpty();
    }

    private void number(long bits) {
        kind = CellKind.NUMBER;
        hasValue = true;
        value = numbersKept ? Double.toString(Double.longBitsToDouble(bits)) : "";
    }

    private void packed(int rk) {
        kind = CellKind.NUMBER;
        hasValue = true;
        value = numbersKept ? Double.toString(RKUtil.decodeNumber(rk)) : "";
    }

    private void boolOrError(int code, boolean error) {
        if (error) {
            value(CellKind.ERROR, error(code));
        } else {
            value(CellKind.BOOLEAN, code == 0 ? "0" : "1");
        }
    }

    private static String error(int code) {
        int known = FormulaError.isValidCode(code) ? code : UNKNOWN_ERROR;
        return known == UNKNOWN_ERROR ? "#ERROR!" : FormulaError.forInt(known).getString();
    }

    private boolean beginPackedNumbers() {
        int cells = (records.remaining() - 6) / 6;
        if (cells < 1) {
            return false;
        }
        row = records.u16() + 1;
        column = records.u16() + 1;
        hasFormula = false;
        formula = "";
        numbersLeft = cells;
        readPackedNumber();
        return true;
    }

    private void readPackedNumber() {
        if (column > COLUMNS) {
            throw corrupt("a cell lies outside of the sheet");
        }
        style = records.u16();
        packed(records.i32());
        numbersLeft--;
    }

    private void readFormula() {
        place();
        long result = records.i64();
        // Flags, and a field that Excel keeps for itself.
        records.skip(6);
        int length = records.u16();
        hasFormula = true;
        formula = tokens.read(records, length);
        boolean text = false;
        if (result >>> 48 != NO_NUMBER) {
            number(result);
        } else {
            int code = (int) (result >>> 16) & 0xFF;
            switch ((int) result & 0xFF) {
                case 1 -> boolOrError(code, false);
                case 2 -> boolOrError(code, true);
                case 0 -> text = true;
                default -> value(CellKind.TEXT, "");
            }
        }
        readBehindFormula(text);
    }

    /** What a formula shares with others, and the text that it gave, stand in records of their own. */
    private void readBehindFormula(boolean text) {
        int sid = records.peek();
        while (sid == Sid.SHARED_FORMULA || sid == Sid.ARRAY || sid == Sid.TABLE) {
            records.next();
            // There is one at most; more of them would make a text of any length.
            if (sid == Sid.SHARED_FORMULA && formula.isEmpty() && records.remaining() > 10) {
                // Its range and how many use it.
                records.skip(8);
                formula = tokens.read(records, records.u16());
            }
            sid = records.peek();
        }
        if (text) {
            if (sid == Sid.STRING) {
                records.next();
                value(CellKind.TEXT, records.text());
            } else {
                value(CellKind.TEXT, "");
            }
        }
    }

    private void readRow() {
        int number = records.u16();
        records.skip(10);
        if ((records.u16() & ROW_HIDDEN) != 0) {
            hiddenRows.set(number + 1);
        }
    }

    private void readColumns() {
        int first = records.u16() + 1;
        int last = records.u16() + 1;
        records.skip(4);
        if ((records.u16() & COLUMN_HIDDEN) != 0) {
            layout.hideColumns(first, last);
        }
    }

    private void readMerges() {
        int count = Math.min(records.u16(), records.remaining() / 8);
        for (int merge = 0; merge < count; merge++) {
            int top = records.u16() + 1;
            int bottom = records.u16() + 1;
            int left = records.u16() + 1;
            layout.merge(top, left, bottom, records.u16() + 1);
        }
    }

    @Override
    public void skipResults() {
        // They cost little here.
    }

    @Override
    public @Nullable String spread() {
        return null;
    }

    @Override
    public void skipNumbers() {
        numbersKept = false;
    }

    @Override
    public int row() {
        return row;
    }

    @Override
    public int column() {
        return column;
    }

    @Override
    public int style() {
        return style;
    }

    @Override
    public CellKind kind() {
        return kind;
    }

    @Override
    public boolean hasValue() {
        return hasValue;
    }

    @Override
    public CharSequence value() {
        return value;
    }

    @Override
    public boolean hasFormula() {
        return hasFormula;
    }

    /** Of a formula only the calls that change at every recalculation, as {@code NOW()}. */
    @Override
    public CharSequence formula() {
        return formula;
    }

    @Override
    public boolean isFormulaWhole() {
        return false;
    }

    @Override
    public int sharedFormula() {
        return -1;
    }

    @Override
    public boolean hasObjects() {
        return objects.areActive();
    }

    @Override
    public boolean isRowHidden() {
        return hiddenRows.get(row);
    }

    @Override
    public SheetLayout layout() {
        return layout;
    }

    SheetObjects objects() {
        return objects;
    }

    /** Where the cursor stands, for messages. */
    @Override
    public String toString() {
        return CellRange.columnName(column) + row;
    }

    @Override
    public WorkbookRejectedException corrupt(String reason) {
        return Records.corrupt(reason);
    }
}
