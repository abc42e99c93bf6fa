package com.zenithcapital.workbook.biff;

import com.zenithcapital.workbook.ooxml.SheetPart;
import com.zenithcapital.workbook.ooxml.SheetPart.Kind;
import com.zenithcapital.workbook.ooxml.SheetPart.Visibility;
import com.zenithcapital.workbook.verdict.Shortened;

/**
 * A sheet as the workbook lists it ([MS-XLS] 2.4.28).
 *
 * @param position where its first record begins in the stream
 */
record BoundSheet(String name, Visibility visibility, Type type, long position) {

    private static final int LONGEST_NAME = 64;

    enum Type {
        WORKSHEET,
        CHART,
        /** Of Excel 4 macros, or of a Visual Basic module of Excel 95. */
        MACROS
    }

    static BoundSheet read(Records records) {
        long position = Integer.toUnsignedLong(records.i32());
        int state = records.u8() & 3;
        int type = records.u8();
        Visibility visibility =
                switch (state) {
                    case 0 -> Visibility.VISIBLE;
                    case 1 -> Visibility.HIDDEN;
                    default -> Visibility.VERY_HIDDEN;
                };
        String name = Shortened.to(LONGEST_NAME, records.shortText());
        return new BoundSheet(
                name,
                visibility,
                switch (type) {
                    case 1, 6 -> Type.MACROS;
                    case 2 -> Type.CHART;
                    default -> Type.WORKSHEET;
                },
                position);
    }

    SheetPart toPart() {
        return new SheetPart(name, visibility, type == Type.WORKSHEET ? Kind.WORKSHEET : Kind.OTHER, "");
    }
}
