package com.zenithcapital.workbook.biff;

import static com.zenithcapital.workbook.verdict.Rejection.ACTIVE_CONTENT;
import static com.zenithcapital.workbook.verdict.Rejection.MACRO_NOT_ALLOWED;

import com.zenithcapital.workbook.ooxml.DocumentFacts;
import com.zenithcapital.workbook.verdict.Policy;
import com.zenithcapital.workbook.verdict.Shortened;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Locale;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;

/** The container of such a workbook, read from the file as far as asked for. */
final class BiffFile implements AutoCloseable {

    private static final String STREAM = "Workbook";

    private final POIFSFileSystem container;

    private BiffFile(POIFSFileSystem container) {
        this.container = container;
    }

    static BiffFile open(FileChannel channel) throws IOException {
        channel.position(0);
        POIFSFileSystem container = new POIFSFileSystem(channel, true, false);
        // POI would make an array of this size to tell whether a chain of small sectors goes in a circle.
        int smallStreams = container.getPropertyTable().getRoot().getSize();
        if (smallStreams < 0 || smallStreams > channel.size()) {
            throw Records.corrupt("its small streams are larger than the file");
        }
        return new BiffFile(container);
    }

    /** Refuses the container for what else is in it: macros before embedded objects. */
    void checkEntries(Policy policy) {
        @Nullable String active = null;
        Deque<DirectoryNode> folders = new ArrayDeque<>();
        folders.add(container.getRoot());
        while (!folders.isEmpty()) {
            Iterator<Entry> entries = folders.pop().getEntries();
            while (entries.hasNext()) {
                Entry entry = entries.next();
                String name = entry.getName().toUpperCase(Locale.ROOT);
                if (!policy.macrosAllowed() && isMacro(name)) {
                    throw MACRO_NOT_ALLOWED.because("The workbook holds VBA macros; macros are not allowed.");
                }
                if (isActive(name, entry)) {
                    active = entry.getName();
                }
                if (entry instanceof DirectoryNode folder) {
                    folders.push(folder);
                }
            }
        }
        if (active != null && !policy.activeContentAllowed()) {
            throw ACTIVE_CONTENT.because(
                    "The workbook holds an embedded or linked object or an ActiveX control (%s); these are not allowed."
                            .formatted(Shortened.name(active)));
        }
    }

    DocumentFacts.Properties properties() {
        return Summary.read(container.getRoot());
    }

    /** The records from the first on; each call begins anew. */
    Records records() throws IOException {
        return new Records(
                new DocumentInputStream((DocumentEntry) container.getRoot().getEntryCaseInsensitive(STREAM)));
    }

    @Override
    public void close() throws IOException {
        container.close();
    }

    private static boolean isMacro(String name) {
        return name.equals("_VBA_PROJECT_CUR") || name.equals("_VBA_PROJECT") || name.equals("VBA");
    }

    /** Excel names a storage MBD and a number for each embedded object, LNK and a number for a linked one. */
    private static boolean isActive(String name, Entry entry) {
        return (entry.isDirectoryEntry() && (name.startsWith("MBD") || name.startsWith("LNK")))
                || name.equals("CTLS")
                || name.equals("\u0001OLE10NATIVE");
    }
}
