package com.zenithcapital.modelfile.upload;

import static com.zenithcapital.modelfile.upload.UploadProblem.EMPTY_UPLOAD;
import static com.zenithcapital.modelfile.upload.UploadProblem.NOT_A_WORKBOOK;

import com.zenithcapital.modelfile.version.MediaType;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.util.Arrays;

/** The first bytes of a file, which say what its container is whatever the file is called. */
public final class Signature {

    public static final int LENGTH = 8;

    /** A local file header of a ZIP (PKWARE APPNOTE, 4.3.7), in which Office Open XML is kept. */
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    /** A compound file (MS-CFB, 2.2), in which older workbooks are kept, and encrypted ones. */
    private static final byte[] OLE2 = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };

    private Signature() {}

    /** Looks at the first bytes, which stay to be read, and refuses what no workbook begins with. */
    static MediaType check(PushbackInputStream body) throws IOException {
        byte[] first = body.readNBytes(LENGTH);
        body.unread(first);
        if (first.length == 0) {
            throw EMPTY_UPLOAD.because("The body has no bytes: send the workbook itself.");
        }
        return check(first);
    }

    /** Refuses a file that begins so, if no workbook does. */
    public static MediaType check(byte[] first) {
        if (startsWith(first, ZIP)) {
            return MediaType.XLSX;
        }
        if (startsWith(first, OLE2)) {
            return MediaType.XLS;
        }
        throw NOT_A_WORKBOOK.because(
                "The file's first bytes are not those of an Excel workbook. Open it in Excel and save it as .xlsx.");
    }

    private static boolean startsWith(byte[] bytes, byte[] prefix) {
        return bytes.length >= prefix.length && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
    }
}
