package com.zenithcapital.local.sample;

import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Random;

/**
 * A sheet with a monthly time line: blocks of ten rows, of which six are inputs and three are computed from them. The
 * stored results are what the formulas give, so Excel shows the same after recalculating.
 */
final class Grid {

    private static final int LABELS = 3;
    private static final int ROWS = 10;
    private static final int FIRST_ROW = 2;
    /** Day 0 of Excel's day count, as it holds for every date after February 1900. */
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    private static final LocalDate FIRST_MONTH = LocalDate.of(2026, 1, 1);

    private static final int VOLUME = 1;
    private static final int PRICE = 2;
    private static final int DISCOUNT = 3;
    private static final int RATE = 4;
    private static final int STATUS = 5;
    private static final int SOURCE = 6;
    private static final int GROSS = 7;
    private static final int NET = 8;
    private static final int CUMULATIVE = 9;

    private final Size size;
    private final Strings strings;
    private final Random random;
    private final String[] columns;
    private final int errors;

    private final long[] volumes;
    private final long[] prices;
    private final long[] discounts;
    private final long[] gross;
    private final long[] net;

    /** {@code errors}: how many months of a row below the blocks show {@code #DIV/0!}; without any there is no such row. */
    Grid(Size size, Strings strings, Random random, int errors) {
        this.size = size;
        this.strings = strings;
        this.random = random;
        this.errors = errors;
        this.columns = new String[LABELS + size.months()];
        for (int column = 0; column < columns.length; column++) {
            columns[column] = name(column);
        }
        this.volumes = new long[size.months()];
        this.prices = new long[size.months()];
        this.discounts = new long[size.months()];
        this.gross = new long[size.months()];
        this.net = new long[size.months()];
    }

    void writeTo(XmlBytes xml) throws IOException {
        int lastRow = FIRST_ROW + size.blocks() * ROWS - 1; // of the blocks
        xml.text(Parts.DECLARATION)
                .text("<worksheet xmlns=\"" + Parts.MAIN + "\" xmlns:r=\"" + Parts.RELATIONS + "\">");
        xml.text("<dimension ref=\"A1:" + columns[columns.length - 1] + (errors > 0 ? lastRow + 1 : lastRow)
                + "\"/><sheetData>");
        writeTimeLine(xml);
        for (int block = 0; block < size.blocks(); block++) {
            draw();
            for (int line = 0; line < ROWS; line++) {
                int row = FIRST_ROW + block * ROWS + line;
                xml.text("<row r=\"").number(row).text("\">");
                writeLabels(xml, block, line, row);
                if (line > 0) {
                    writeLine(xml, block, line, row);
                }
                xml.text("</row>");
            }
        }
        if (errors > 0) {
            writeErrors(xml, lastRow + 1);
        }
        xml.text(
                "</sheetData><pageMargins left=\"0.7\" right=\"0.7\" top=\"0.75\" bottom=\"0.75\" header=\"0.3\" footer=\"0.3\"/></worksheet>");
    }

    private void writeTimeLine(XmlBytes xml) throws IOException {
        xml.text("<row r=\"1\">");
        for (int month = 0; month < size.months(); month++) {
            long day = ChronoUnit.DAYS.between(DAY_ZERO, FIRST_MONTH.plusMonths(month));
            cell(xml, month, 1, 5).text("<v>").number(day).text("</v></c>");
        }
        xml.text("</row>");
    }

    private void writeLabels(XmlBytes xml, int block, int line, int row) throws IOException {
        int label = line == 0 ? strings.title(block) : strings.line(line);
        xml.text("<c r=\"A").number(row).text(line == 0 ? "\" s=\"1\" t=\"s\"><v>" : "\" t=\"s\"><v>");
        xml.number(label).text("</v></c>");
        if (line > 0 && !Strings.UNITS.get(line).isEmpty()) {
            xml.text("<c r=\"B")
                    .number(row)
                    .text("\" t=\"s\"><v>")
                    .number(strings.unit(line))
                    .text("</v></c>");
        }
    }

    private void draw() {
        for (int month = 0; month < size.months(); month++) {
            volumes[month] = 10L * (100 + random.nextInt(9_900));
            prices[month] = 100L + random.nextInt(99_900);
            discounts[month] = random.nextInt(3_000);
            gross[month] = volumes[month] * prices[month];
            net[month] = Math.round(gross[month] * (10_000 - discounts[month]) / 10_000.0);
        }
    }

    private void writeLine(XmlBytes xml, int block, int line, int row) throws IOException {
        long cumulative = 0;
        int top = row - line;
        for (int month = 0; month < size.months(); month++) {
            switch (line) {
                case VOLUME -> value(xml, month, row, 2, volumes[month], 0);
                case PRICE -> value(xml, month, row, 3, prices[month], 2);
                case DISCOUNT -> value(xml, month, row, 4, discounts[month], 4);
                case RATE -> value(xml, month, row, 6, 9_000L + random.nextInt(4_000), 4);
                case STATUS -> string(xml, month, row, strings.anyStatus(random));
                case SOURCE -> string(xml, month, row, strings.anySource(random));
                case GROSS -> writeGross(xml, block, month, top);
                case NET -> writeNet(xml, month, top);
                case CUMULATIVE -> {
                    cumulative += net[month];
                    writeCumulative(xml, month, top, cumulative);
                }
                default -> throw new IllegalArgumentException("no line " + line);
            }
        }
    }

    /** Volume times price; every fourth block as Excel stores a formula that was filled to the right. */
    private void writeGross(XmlBytes xml, int block, int month, int top) throws IOException {
        int row = top + GROSS;
        boolean filled = block % 4 == 1;
        cell(xml, month, row, 3);
        if (filled && month > 0) {
            xml.text("<f t=\"shared\" si=\"").number(block).text("\"/>");
        } else {
            xml.text("<f");
            if (filled) {
                xml.text(" t=\"shared\" si=\"").number(block).text("\" ref=\"");
                reference(xml, 0, row).text(":");
                reference(xml, size.months() - 1, row).text("\"");
            }
            xml.text(">");
            fromStart(xml, month);
            reference(xml, month, top + VOLUME).text("*");
            reference(xml, month, top + PRICE).text(",0)</f>");
        }
        result(xml, gross[month]);
    }

    private void writeNet(XmlBytes xml, int month, int top) throws IOException {
        cell(xml, month, top + NET, 3).text("<f>");
        fromStart(xml, month).text("ROUND(");
        reference(xml, month, top + GROSS).text("*(1-");
        reference(xml, month, top + DISCOUNT).text("),2),0)</f>");
        result(xml, net[month]);
    }

    private void writeCumulative(XmlBytes xml, int month, int top, long cumulative) throws IOException {
        cell(xml, month, top + CUMULATIVE, 3).text("<f>");
        fromStart(xml, month);
        if (month > 0) {
            reference(xml, month - 1, top + CUMULATIVE).text("+");
        }
        reference(xml, month, top + NET).text(",0)</f>");
        result(xml, cumulative);
    }

    /** Opens a condition on the time line, as models have it in every computed cell. It holds for every month. */
    private XmlBytes fromStart(XmlBytes xml, int month) throws IOException {
        return xml.text("IF(").text(columns[LABELS + month]).text("$1&gt;=DATE(2026,1,1),");
    }

    private void result(XmlBytes xml, long cents) throws IOException {
        xml.text("<v>").decimal(cents, 2).text("</v></c>");
    }

    private void writeErrors(XmlBytes xml, int row) throws IOException {
        int rates = FIRST_ROW + RATE;
        xml.text("<row r=\"").number(row).text("\">");
        for (int month = 0; month < errors; month++) {
            xml.text("<c r=\"");
            reference(xml, month, row).text("\" t=\"e\"><f>");
            reference(xml, month, row - 1).text("/(");
            reference(xml, month, rates).text("-");
            reference(xml, month, rates).text(")</f><v>#DIV/0!</v></c>");
        }
        xml.text("</row>");
    }

    private void value(XmlBytes xml, int month, int row, int style, long unscaled, int scale) throws IOException {
        cell(xml, month, row, style).text("<v>").decimal(unscaled, scale).text("</v></c>");
    }

    private void string(XmlBytes xml, int month, int row, int index) throws IOException {
        xml.text("<c r=\"");
        reference(xml, month, row).text("\" t=\"s\"><v>").number(index).text("</v></c>");
    }

    private XmlBytes cell(XmlBytes xml, int month, int row, int style) throws IOException {
        xml.text("<c r=\"");
        return reference(xml, month, row).text("\" s=\"").number(style).text("\">");
    }

    private XmlBytes reference(XmlBytes xml, int month, int row) throws IOException {
        return xml.text(columns[LABELS + month]).number(row);
    }

    private static String name(int column) {
        String letter = Character.toString('A' + column % 26);
        return column < 26 ? letter : name(column / 26 - 1) + letter;
    }
}
