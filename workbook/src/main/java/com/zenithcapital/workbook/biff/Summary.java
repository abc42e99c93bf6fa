package com.zenithcapital.workbook.biff;

import com.zenithcapital.workbook.ooxml.DocumentFacts.Properties;
import com.zenithcapital.workbook.verdict.Shortened;
import java.io.IOException;
import java.util.Date;
import org.apache.poi.hpsf.HPSFException;
import org.apache.poi.hpsf.PropertySetFactory;
import org.apache.poi.hpsf.SummaryInformation;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.jspecify.annotations.Nullable;

/** The stream in which the saving program wrote who, when and with what ([MS-OLEPS]). */
final class Summary {

    private static final int LONGEST_TEXT = 256;
    private static final Properties NONE = new Properties(null, null, null, null, null, null);

    private Summary() {}

    /** Nothing where it is missing or cannot be read: no cell depends on it. */
    static Properties read(DirectoryNode root) {
        try {
            return root.hasEntry(SummaryInformation.DEFAULT_STREAM_NAME)
                            && PropertySetFactory.create(root, SummaryInformation.DEFAULT_STREAM_NAME)
                                    instanceof SummaryInformation summary
                    ? properties(summary)
                    : NONE;
        } catch (IOException | HPSFException | RuntimeException e) {
            return NONE;
        }
    }

    private static Properties properties(SummaryInformation summary) {
        return new Properties(
                text(summary.getTitle()),
                text(summary.getAuthor()),
                text(summary.getLastAuthor()),
                time(summary.getCreateDateTime()),
                time(summary.getLastSaveDateTime()),
                text(summary.getApplicationName()));
    }

    private static @Nullable String text(@Nullable String text) {
        return text == null || text.isEmpty() ? null : Shortened.to(LONGEST_TEXT, text);
    }

    private static @Nullable String time(@Nullable Date time) {
        return time == null ? null : time.toInstant().toString();
    }
}
