package com.zenithcapital.workbook.inspection;

import static com.zenithcapital.workbook.verdict.Rejection.EXTENSION_MISMATCH;

import com.zenithcapital.workbook.verdict.Shortened;
import java.util.Locale;
import java.util.Set;

/** What a file's name says it is. A name without an extension says nothing, and nothing can contradict it. */
record FileExtension(String fileName) {

    /** Refuses the file unless its extension is one of these, written as {@code .xlsx}. */
    void mustBe(Set<String> extensions, String content) {
        String extension = extension();
        if (!extension.isEmpty() && !extensions.contains(extension)) {
            throw EXTENSION_MISMATCH.because("The file %s is named %s, and its content is %s."
                    .formatted(Shortened.name(fileName), Shortened.name(extension), content));
        }
    }

    private String extension() {
        int dot = fileName.lastIndexOf('.');
        return dot < 0 ? "" : fileName.substring(dot).toLowerCase(Locale.ROOT);
    }
}
