package com.zenithcapital.workbook.inspection;

import com.zenithcapital.workbook.compound.CompoundFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/** What a file is by its first bytes. */
enum FileSignature {
    ZIP,
    COMPOUND_FILE,
    /** The bare records of Excel 2, 3 and 4. */
    OLD_WORKBOOK,
    OTHER;

    private static final int LOCAL_HEADER = 0x04034b50;
    private static final int LENGTH = 8;

    static FileSignature of(FileChannel channel) throws IOException {
        ByteBuffer head = head(channel);
        if (head.getInt(0) == LOCAL_HEADER) {
            return ZIP;
        }
        if (head.getLong(0) == CompoundFile.SIGNATURE) {
            return COMPOUND_FILE;
        }
        return isBeginOfFile(head) ? OLD_WORKBOOK : OTHER;
    }

    /** A record BOF of 4 to 6 bytes; its number's upper byte grew with the version ([MS-XLS] 2.4.21). */
    private static boolean isBeginOfFile(ByteBuffer head) {
        int version = head.get(1);
        int length = head.getShort(2);
        return head.get(0) == 0x09 && (version == 0 || version == 2 || version == 4) && length >= 4 && length <= 6;
    }

    /** A word for the uploader on what the file may be instead. */
    static String guess(FileChannel channel) throws IOException {
        String head = StandardCharsets.ISO_8859_1.decode(head(channel)).toString();
        if (head.startsWith("%PDF")) {
            return "It begins as a PDF does.";
        }
        if (head.startsWith("\u0089PNG") || head.startsWith("\u00FF\u00D8\u00FF") || head.startsWith("GIF8")) {
            return "It begins as a picture does.";
        }
        if (head.startsWith("<") || head.startsWith("\u00EF\u00BB\u00BF<")) {
            return "It begins as XML or HTML does; save it as .xlsx first.";
        }
        return "Its first bytes are those of no Excel workbook.";
    }

    private static ByteBuffer head(FileChannel channel) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        int read = 0;
        while (head.hasRemaining() && read >= 0) {
            read = channel.read(head, head.position());
        }
        return head.rewind();
    }
}
