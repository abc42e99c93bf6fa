package com.zenithcapital.workbook.ooxml;

import com.zenithcapital.workbook.format.CellStyles;
import com.zenithcapital.workbook.xml.PartReader;
import org.jspecify.annotations.Nullable;

/** The number formats of the styles part (ECMA-376 part 1, 18.8); fonts, fills and borders are passed over. */
public final class NumberFormats {

    private NumberFormats() {}

    public static CellStyles read(PartReader xml) {
        CellStyles.Builder styles = new CellStyles.Builder();
        boolean cellFormats = false;
        while (xml.nextElement()) {
            switch (xml.name()) {
                case "numFmt" -> {
                    String code = xml.attribute("formatCode");
                    if (code != null && !code.isEmpty()) {
                        styles.format(number(xml.attribute("numFmtId")), code);
                    }
                }
                case "cellStyleXfs", "cellStyles" -> cellFormats = false;
                case "dxfs" -> {
                    return readToEnd(xml, styles);
                }
                case "cellXfs" -> cellFormats = true;
                case "xf" -> {
                    if (cellFormats) {
                        styles.style(number(xml.attribute("numFmtId")));
                    }
                }
                default -> {
                    // How a cell looks otherwise.
                }
            }
        }
        return styles.build();
    }

    private static CellStyles readToEnd(PartReader xml, CellStyles.Builder styles) {
        xml.readToEnd();
        return styles.build();
    }

    private static int number(@Nullable String value) {
        try {
            return value == null ? 0 : Integer.parseInt(value);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
