package com.zenithcapital.workbook.biff;

/** What a sheet holds beside its cells. */
final class SheetObjects {

    /** Of an OBJ record ([MS-XLS] 2.5.150, 2.5.151): the flags of a picture, and the formula that it shows the result of. */
    private static final int PICTURE_FLAGS = 0x0008;

    private static final int PICTURE_FORMULA = 0x0009;
    /** A picture of cells of the same workbook. */
    private static final int CAMERA = 0x0080;

    private boolean active;
    private boolean queries;
    private int comments;
    private int pivotTables;
    private int charts;

    void read(int sid, Records records) {
        switch (sid) {
            case Sid.OBJ -> readObject(records);
            case Sid.QUERY_TABLE -> queries = true;
            case Sid.NOTE -> comments++;
            case Sid.SX_VIEW -> pivotTables++;
            default -> {
                // Views, print settings, drawings.
            }
        }
    }

    /** Whether one of them is embedded from, linked to or controlled by another program. */
    boolean areActive() {
        return active;
    }

    /** A stream of records within the sheet's: that of a chart. */
    void addChart() {
        charts++;
    }

    int comments() {
        return comments;
    }

    int pivotTables() {
        return pivotTables;
    }

    int charts() {
        return charts;
    }

    boolean hasQueries() {
        return queries;
    }

    private void readObject(Records records) {
        boolean camera = false;
        while (records.remaining() >= 4) {
            int part = records.u16();
            int length = records.u16();
            if (part == PICTURE_FORMULA) {
                active |= !camera;
            }
            if (part == 0 || length > records.remaining()) {
                return;
            }
            if (part == PICTURE_FLAGS && length >= 2) {
                camera = (records.u16() & CAMERA) != 0;
                length -= 2;
            }
            records.skip(length);
        }
    }
}
