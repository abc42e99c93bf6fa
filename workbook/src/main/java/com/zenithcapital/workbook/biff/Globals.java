package com.zenithcapital.workbook.biff;

import static com.zenithcapital.workbook.verdict.Rejection.ACTIVE_CONTENT;
import static com.zenithcapital.workbook.verdict.Rejection.ENCRYPTED;
import static com.zenithcapital.workbook.verdict.Rejection.FORMAT_NOT_SUPPORTED;
import static com.zenithcapital.workbook.verdict.Rejection.MACRO_NOT_ALLOWED;

import com.zenithcapital.workbook.format.CellStyles;
import com.zenithcapital.workbook.verdict.Finding;
import com.zenithcapital.workbook.verdict.Policy;
import com.zenithcapital.workbook.verdict.Rule;
import com.zenithcapital.workbook.verdict.Shortened;
import java.util.ArrayList;
import java.util.List;

/** What the first records of the stream say of the workbook as a whole ([MS-XLS] 2.1.7.20.3). */
final class Globals {

    private static final int BIFF8 = 0x0600;
    private static final int OWN_SHEETS = 0x0401;
    private static final int ADD_IN_FUNCTIONS = 0x3A01;
    private static final int OLE_OR_OLE_LINK = 0x18;
    /** Between the program and the topic of a DDE or OLE link; a path begins with 1 and may hold it otherwise. */
    private static final char LINK_SEPARATOR = 3;

    private static final char PATH = 1;
    private static final int MOST_SHEETS = 4_096;

    private final Policy policy;
    private final List<BoundSheet> sheets = new ArrayList<>();
    private final Found found = new Found();
    private final CellStyles.Builder styles = new CellStyles.Builder();
    private boolean date1904;
    private boolean structureProtected;
    private int names;

    private Globals(Policy policy) {
        this.policy = policy;
    }

    static Globals read(Records records, Policy policy) {
        if (records.next() != Sid.BOF) {
            throw Records.corrupt("its stream does not begin as a workbook's does");
        }
        if (records.u16() != BIFF8) {
            throw FORMAT_NOT_SUPPORTED.because(
                    "The workbook is of Excel 95 or before; save it as .xlsx with a newer one.");
        }
        Globals globals = new Globals(policy);
        int sid = records.next();
        while (sid != Sid.EOF) {
            if (sid == Records.END) {
                throw Records.corrupt("its list of sheets does not end");
            }
            globals.read(sid, records);
            sid = records.next();
        }
        if (globals.sheets.isEmpty()) {
            throw Records.corrupt("it lists no sheet");
        }
        return globals;
    }

    List<BoundSheet> sheets() {
        return sheets;
    }

    /** Links to other workbooks and data connections. */
    Found found() {
        return found;
    }

    CellStyles styles() {
        return styles.build();
    }

    boolean structureProtected() {
        return structureProtected;
    }

    int names() {
        return names;
    }

    boolean date1904() {
        return date1904;
    }

    private void read(int sid, Records records) {
        switch (sid) {
            case Sid.FILE_PASS ->
                throw ENCRYPTED.because("The workbook opens with a password only; save it without one.");
            case Sid.BOUND_SHEET -> addSheet(BoundSheet.read(records));
            case Sid.OBJ_PROJ -> {
                if (!policy.macrosAllowed()) {
                    throw MACRO_NOT_ALLOWED.because("The workbook holds a VBA project; macros are not allowed.");
                }
            }
            case Sid.FORMAT -> styles.format(records.u16(), records.text());
            case Sid.XF -> {
                records.u16();
                styles.style(records.u16());
            }
            case Sid.NAME -> names++;
            case Sid.PROTECT -> structureProtected = records.u16() == 1;
            case Sid.DATE_1904 -> date1904 = records.u16() == 1;
            case Sid.SUP_BOOK -> readLink(records);
            case Sid.EXTERN_NAME -> {
                if ((records.u16() & OLE_OR_OLE_LINK) != 0) {
                    refuseLink("an item of another program");
                }
            }
            case Sid.DATA_CONNECTION ->
                found.add(Finding.ofWorkbook(Rule.DATA_CONNECTION, "A data connection of the workbook."));
            default -> {
                // Fonts, windows, colours.
            }
        }
    }

    private void addSheet(BoundSheet sheet) {
        if (sheet.type() == BoundSheet.Type.MACROS && !policy.macrosAllowed()) {
            throw MACRO_NOT_ALLOWED.because("The sheet %s holds Excel 4 or Visual Basic macros; macros are not allowed."
                    .formatted(Shortened.name(sheet.name())));
        }
        boolean shared = sheets.stream().anyMatch(other -> other.position() == sheet.position());
        if (shared || sheets.size() == MOST_SHEETS) {
            throw Records.corrupt("two sheets share their records, or there are too many");
        }
        sheets.add(sheet);
    }

    /** [MS-XLS] 2.4.271. */
    private void readLink(Records records) {
        records.u16();
        int kindOrLength = records.u16();
        if (kindOrLength == OWN_SHEETS || kindOrLength == ADD_IN_FUNCTIONS || records.remaining() == 0) {
            return;
        }
        String target = kindOrLength == 0 ? "" : records.characters(kindOrLength);
        if (path(target).isEmpty()) {
            return;
        }
        if (target.charAt(0) != PATH && target.indexOf(LINK_SEPARATOR) > 0) {
            refuseLink(target.substring(0, target.indexOf(LINK_SEPARATOR)));
        } else {
            found.add(Finding.ofWorkbook(
                    Rule.EXTERNAL_LINK,
                    "Formulas may take values from another workbook: " + Shortened.name(path(target)) + "."));
        }
    }

    private void refuseLink(String program) {
        if (!policy.activeContentAllowed()) {
            throw ACTIVE_CONTENT.because("The workbook links to another program (%s); such links are not allowed."
                    .formatted(Shortened.name(program)));
        }
    }

    /** Its control characters stand for volumes and folders ([MS-XLS] 2.5.277). */
    private static String path(String virtual) {
        StringBuilder path = new StringBuilder();
        for (int index = 0; index < virtual.length(); index++) {
            char c = virtual.charAt(index);
            switch (c) {
                case 0, 1, 2, 5, 6, 7, 8 -> {
                    // Where the path begins; what follows tells enough.
                }
                case 3 -> path.append('/');
                case 4 -> path.append("../");
                default -> path.append(c);
            }
        }
        return path.toString();
    }
}
