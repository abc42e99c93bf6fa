package com.zenithcapital.modelfile.workbook;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything the engine said about a workbook.
 *
 * @param document null for a workbook that was rejected
 */
public record Report(
        Inspection inspection,
        List<Preview> preview,
        @Nullable DocumentFacts document) {

    public Report {
        requireNonNull(inspection, "inspection is null");
        preview = List.copyOf(preview);
        for (Preview sheet : preview) {
            if (sheet.sheet() >= inspection.sheets().size()) {
                throw new IllegalArgumentException("A preview of a sheet that is not there");
            }
        }
    }
}
