package com.zenithcapital.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The first cells of a sheet, as text in columns. */
final class Grid {

    private static final int COLUMNS = 6;
    private static final int WIDTH = 15;

    private Grid() {}

    static List<String> lines(JsonNode rows) {
        List<String> lines = new ArrayList<>();
        for (JsonNode row : rows) {
            StringBuilder line =
                    new StringBuilder("%4d ".formatted(row.path("row").asInt()));
            JsonNode cells = row.path("cells");
            for (int column = 0; column < Math.min(COLUMNS, cells.size()); column++) {
                line.append(' ').append(cell(cells.path(column)));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private static String cell(JsonNode cell) {
        String text = cell.isNull() ? "" : cell.asText();
        String shown = text.length() > WIDTH ? text.substring(0, WIDTH - 1) + "…" : text;
        return "%-15s".formatted(shown);
    }
}
