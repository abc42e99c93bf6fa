package com.zenithcapital.workbook.inspection;

import static com.zenithcapital.workbook.verdict.Rejection.ENCRYPTED;
import static com.zenithcapital.workbook.verdict.Rejection.FORMAT_NOT_SUPPORTED;
import static com.zenithcapital.workbook.verdict.Rejection.MACRO_NOT_ALLOWED;
import static com.zenithcapital.workbook.verdict.Rejection.NOT_A_WORKBOOK;
import static com.zenithcapital.workbook.verdict.Rejection.PAYLOAD_TOO_LARGE;

import com.zenithcapital.workbook.compound.CompoundFile;
import com.zenithcapital.workbook.ooxml.DangerousContent;
import com.zenithcapital.workbook.ooxml.MainPart;
import com.zenithcapital.workbook.ooxml.OoxmlPackage;
import com.zenithcapital.workbook.verdict.WorkbookRejectedException;
import com.zenithcapital.workbook.zip.ZipArchive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** Comes to a verdict on a file. Whatever the file holds, the answer is a verdict, and reading it takes bounded memory. */
public final class WorkbookInspector {

    private final InspectionOptions options;
    private final Progress progress;

    public WorkbookInspector(InspectionOptions options) {
        this(options, Progress.untold());
    }

    public WorkbookInspector(InspectionOptions options, Progress progress) {
        this.options = options;
        this.progress = progress;
    }

    /**
     * @param fileName the name the uploader gave the file; only its extension matters
     * @throws IOException when the file cannot be read; that says nothing about the workbook
     */
    public Inspection inspect(Path file, String fileName) throws IOException {
        try {
            return inspect(file, new FileExtension(fileName));
        } catch (WorkbookRejectedException e) {
            return Inspection.rejected(e.rejection(), e.detail());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Inspection inspect(Path file, FileExtension extension) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long bytes = channel.size();
            if (bytes == 0) {
                throw NOT_A_WORKBOOK.because("The file is empty.");
            }
            if (bytes > options.limits().fileBytes()) {
                throw PAYLOAD_TOO_LARGE.because("The file has %d bytes; at most %d are accepted."
                        .formatted(bytes, options.limits().fileBytes()));
            }
            return switch (FileSignature.of(channel)) {
                case ZIP -> {
                    progress.of(bytes);
                    try (ZipArchive archive = ZipArchive.open(file, options.limits(), progress::read)) {
                        yield inspect(archive, extension);
                    }
                }
                case COMPOUND_FILE -> {
                    checkContainer(CompoundFile.names(channel), extension);
                    yield new BiffInspection(options).run(channel);
                }
                case OLD_WORKBOOK -> throw tooOld();
                case OTHER ->
                    throw NOT_A_WORKBOOK.because("The file is not an Excel workbook. " + FileSignature.guess(channel));
            };
        }
    }

    private Inspection inspect(ZipArchive archive, FileExtension extension) throws IOException {
        OoxmlPackage ooxml = OoxmlPackage.in(archive).orElseThrow(() -> notAPackage(archive));
        MainPart main = MainPart.of(ooxml);
        DangerousContent dangers = new DangerousContent(ooxml, options.policy());
        dangers.checkParts();
        switch (main.kind()) {
            case WORKBOOK -> extension.mustBe(Set.of(".xlsx"), "a workbook without macros (.xlsx)");
            case TEMPLATE -> extension.mustBe(Set.of(".xltx"), "a template without macros (.xltx)");
            case MACRO_ENABLED -> {
                if (!options.policy().macrosAllowed()) {
                    throw MACRO_NOT_ALLOWED.because(
                            "The workbook is of a kind that may hold macros; save it as .xlsx, without macros.");
                }
                extension.mustBe(Set.of(".xlsm", ".xltm", ".xlam"), "a workbook with macros (.xlsm)");
            }
            case BINARY ->
                throw FORMAT_NOT_SUPPORTED.because("The workbook is a binary one (.xlsb); save it as .xlsx.");
        }
        return new PackageInspection(ooxml, main, dangers, options).run();
    }

    private static WorkbookRejectedException notAPackage(ZipArchive archive) {
        boolean openDocument =
                archive.entries().stream().anyMatch(entry -> entry.name().equals("mimetype"));
        return openDocument
                ? FORMAT_NOT_SUPPORTED.because("The file is an OpenDocument file or a book; save it as .xlsx.")
                : NOT_A_WORKBOOK.because("The file is an archive, but not an Excel workbook.");
    }

    /** Encrypted workbooks of today and all workbooks of before 2007 are OLE2 containers. */
    private void checkContainer(Set<String> names, FileExtension extension) {
        if (names.contains("ENCRYPTEDPACKAGE") || names.contains("ENCRYPTIONINFO")) {
            throw ENCRYPTED.because("The workbook opens with a password only; save it without one.");
        }
        if (!names.contains("WORKBOOK") && !names.contains("BOOK")) {
            throw NOT_A_WORKBOOK.because("The file is an OLE2 container without an Excel workbook in it.");
        }
        boolean macros = names.contains("_VBA_PROJECT_CUR") || names.contains("_VBA_PROJECT");
        if (macros && !options.policy().macrosAllowed()) {
            throw MACRO_NOT_ALLOWED.because("The workbook holds VBA macros; macros are not allowed.");
        }
        extension.mustBe(Set.of(".xls", ".xlt"), "a workbook of Excel 97-2003 (.xls)");
        if (!names.contains("WORKBOOK")) {
            throw tooOld();
        }
    }

    private static WorkbookRejectedException tooOld() {
        return FORMAT_NOT_SUPPORTED.because(
                "The workbook is of Excel 95 or before; save it as .xlsx with a newer one.");
    }
}
