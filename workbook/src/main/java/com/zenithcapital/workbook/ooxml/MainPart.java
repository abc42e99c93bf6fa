package com.zenithcapital.workbook.ooxml;

import static com.zenithcapital.workbook.verdict.Rejection.CORRUPT;
import static com.zenithcapital.workbook.verdict.Rejection.NOT_A_WORKBOOK;

import java.util.Locale;

/** The part that a package is about, and what kind of document that makes it (ECMA-376 part 1, 12.2). */
public record MainPart(String name, Kind kind) {

    /** Told from the content type alone, as Excel does. */
    public enum Kind {
        /** {@code .xlsx} */
        WORKBOOK,
        /** {@code .xltx} */
        TEMPLATE,
        /** {@code .xlsm}, {@code .xltm}, {@code .xlam} */
        MACRO_ENABLED,
        /** {@code .xlsb} */
        BINARY
    }

    /** Follows the package's own relationship to its main part. */
    public static MainPart of(OoxmlPackage ooxml) {
        String target = ooxml.relationships().stream()
                .filter(relationship -> relationship.type().equals("officedocument") && !relationship.external())
                .map(Relationship::target)
                .findFirst()
                .orElseThrow(() -> NOT_A_WORKBOOK.because(
                        "The file is a package without an Office document in it, so no Excel workbook."));
        String name = ooxml.find(target).orElseThrow(() -> CORRUPT.because("The package's main part is missing."));
        return new MainPart(name, kind(ooxml.contentType(name)));
    }

    private static Kind kind(String contentType) {
        String type = contentType.toLowerCase(Locale.ROOT);
        if (type.contains("spreadsheetml.sheet.main+xml")) {
            return Kind.WORKBOOK;
        }
        if (type.contains("spreadsheetml.template.main+xml")) {
            return Kind.TEMPLATE;
        }
        if (type.contains("ms-excel.sheet.binary.")) {
            return Kind.BINARY;
        }
        if (type.contains("ms-excel.") && type.contains("macroenabled.main+xml")) {
            return Kind.MACRO_ENABLED;
        }
        if (type.isEmpty()) {
            throw CORRUPT.because("The package does not say what its main part is.");
        }
        throw NOT_A_WORKBOOK.because("The file is an Office document of another kind, not an Excel workbook.");
    }
}
