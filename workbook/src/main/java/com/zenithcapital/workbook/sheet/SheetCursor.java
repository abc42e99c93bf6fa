package com.zenithcapital.workbook.sheet;

import com.zenithcapital.workbook.ooxml.RichText;
import com.zenithcapital.workbook.verdict.WorkbookRejectedException;
import com.zenithcapital.workbook.xml.PartReader;
import com.zenithcapital.workbook.xml.PartReader.Event;
import org.jspecify.annotations.Nullable;

/** The cells of a worksheet part. */
public final class SheetCursor implements CellCursor {

    private static final int NONE = -1;
    private static final int MOST_DIGITS = 7;

    private final PartReader xml;
    private final CellReference reference = new CellReference();
    private final StringBuilder value = new StringBuilder();
    private final StringBuilder formula = new StringBuilder();
    private CellKind kind = CellKind.NUMBER;
    private final FormulasBeside beside;
    private boolean numbersKept = true;
    private boolean resultsKept = true;
    private @Nullable String spread;
    private boolean hasValue;
    private boolean hasFormula;
    private int sharedFormula = NONE;
    private int row;
    private int column;
    private int style;
    private boolean inData;
    private boolean hasObjects;
    private boolean sparkline;
    private boolean rowHidden;
    private final SheetLayout layout = new SheetLayout();

    /** {@code xml} stands before the first element of a worksheet part. */
    public SheetCursor(PartReader xml) {
        this(xml, (formula, moves) -> {});
    }

    /** {@code beside} is told the formulas that stand in no cell. */
    public SheetCursor(PartReader xml, FormulasBeside beside) {
        this.xml = xml;
        this.beside = beside;
        if (!xml.nextElement() || !xml.name().equals("worksheet")) {
            throw xml.corrupt("it holds no worksheet");
        }
    }

    @Override
    public boolean next() {
        while (true) {
            Event event = xml.next();
            switch (event) {
                case START -> {
                    switch (xml.name()) {
                        case "c" -> {
                            if (inData && readCell()) {
                                return true;
                            }
                        }
                        case "row" -> beginRow();
                        case "sheetData" -> inData = true;
                        case "oleObject" -> hasObjects = true;
                        case "sheetProtection" -> layout.protect(xml);
                        case "col" -> layout.column(xml);
                        case "mergeCell" -> layout.merge(xml.attribute("ref"));
                        default -> {
                            if (!inData) {
                                readBeside();
                            }
                        }
                    }
                }
                case END -> {
                    if (inData && xml.name().equals("sheetData")) {
                        inData = false;
                    }
                }
                case TEXT -> {
                    // White space.
                }
                case END_OF_PART -> {
                    return false;
                }
            }
        }
    }

    @Override
    public void skipNumbers() {
        numbersKept = false;
    }

    @Override
    public void skipResults() {
        resultsKept = false;
    }

    @Override
    public @Nullable String spread() {
        return spread;
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

    @Override
    public CharSequence formula() {
        return formula;
    }

    @Override
    public boolean isFormulaWhole() {
        return true;
    }

    @Override
    public int sharedFormula() {
        return sharedFormula;
    }

    @Override
    public boolean hasObjects() {
        return hasObjects;
    }

    @Override
    public boolean isRowHidden() {
        return rowHidden;
    }

    @Override
    public SheetLayout layout() {
        return layout;
    }

    @Override
    public WorkbookRejectedException corrupt(String reason) {
        return xml.corrupt(reason);
    }

    private void beginRow() {
        rowHidden = SheetLayout.isTrue(xml.attribute("hidden"));
        String number = xml.attribute("r");
        row = number == null ? row + 1 : rowNumber(number);
        column = 0;
        if (row > CellRange.ROWS) {
            throw xml.corrupt("a row lies below the last that Excel has");
        }
    }

    private int rowNumber(String text) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 1) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw xml.corrupt("a row has no number");
    }

    /** Reads the cell that just started; false where it has a format only. */
    private boolean readCell() {
        value.setLength(0);
        formula.setLength(0);
        hasValue = false;
        hasFormula = false;
        sharedFormula = NONE;
        spread = null;
        kind = CellKind.NUMBER;
        style = 0;
        boolean placed = false;
        for (int index = 0; index < xml.attributes(); index++) {
            String name = xml.attributeName(index);
            // All that matter have one letter; a switch over strings would hash each of millions.
            switch (name.length() == 1 ? name.charAt(0) : 0) {
                case 'r' -> {
                    place(xml.attributeInPlace(index));
                    placed = true;
                }
                case 't' -> kind = CellKind.of(xml.attributeInPlace(index));
                case 's' -> {
                    if (numbersKept) {
                        style = Math.max(0, number(xml.attributeInPlace(index)));
                    }
                }
                default -> {
                    // Metadata and phonetic hints.
                }
            }
        }
        if (!placed) {
            column++;
            if (row < 1 || column > CellRange.COLUMNS) {
                throw xml.corrupt("a cell lies outside of the sheet");
            }
        }
        readContent();
        return hasFormula || hasValue;
    }

    private void readContent() {
        while (true) {
            switch (xml.next()) {
                case START -> {
                    switch (xml.name()) {
                        case "v" -> readValue();
                        case "f" -> {
                            hasFormula = true;
                            readFormulaType();
                            xml.readText(formula);
                        }
                        case "is" -> {
                            RichText.read(xml, value);
                            hasValue = !value.isEmpty();
                        }
                        default -> xml.skipElement();
                    }
                }
                case TEXT -> {
                    // White space.
                }
                case END, END_OF_PART -> {
                    return;
                }
            }
        }
    }

    private void readFormulaType() {
        String type = xml.attribute("t");
        if (type == null) {
            return;
        }
        switch (type) {
            case "shared" -> sharedFormula = number(xml.attribute("si"));
            case "array" -> spread = xml.attribute("ref");
            case "dataTable" -> {
                spread = xml.attribute("ref");
                besideAttribute("r1");
                besideAttribute("r2");
            }
            default -> {
                // The cell's own.
            }
        }
    }

    /** Views and print settings are not read; formulas are. */
    private void readBeside() {
        switch (xml.name()) {
            case "sparkline" -> sparkline = true;
            case "cfRule", "dataValidation" -> sparkline = false;
            case "f", "formula", "formula1", "formula2" -> {
                formula.setLength(0);
                xml.readText(formula);
                beside.formula(formula.toString(), !sparkline);
            }
            case "inputCells" -> besideAttribute("r");
            case "cfvo" -> besideAttribute("val");
            case "controlPr" -> {
                besideAttribute("linkedCell");
                besideAttribute("listFillRange");
            }
            default -> {
                // Says nothing of cells.
            }
        }
    }

    private void besideAttribute(String name) {
        String value = xml.attribute(name);
        if (value != null) {
            beside.formula(value, false);
        }
    }

    private void readValue() {
        if (kind == CellKind.NUMBER && (!numbersKept || (hasFormula && !resultsKept))) {
            hasValue = xml.skipText();
        } else {
            xml.readText(value);
            hasValue = !value.isEmpty();
        }
    }

    private void place(CharSequence text) {
        if (!reference.read(text)) {
            throw xml.corrupt("a cell's place is none that a sheet has");
        }
        row = reference.row();
        column = reference.column();
    }

    /** -1 where it is none, or none that a workbook needs. */
    private static int number(@Nullable CharSequence text) {
        if (text == null || text.isEmpty() || text.length() > MOST_DIGITS) {
            return NONE;
        }
        int number = 0;
        for (int index = 0; index < text.length(); index++) {
            int digit = text.charAt(index) - '0';
            if (digit < 0 || digit > 9) {
                return NONE;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** Where the cursor stands, for messages. */
    @Override
    public String toString() {
        return CellRange.columnName(column) + row;
    }
}
