package com.zenithcapital.modelfile.processing;

import com.zenithcapital.modelfile.version.Reason;

/** What an uploader is told when a version is not accepted: the rule, what was found, and what to do about it. */
final class Advice {

    static final String UNPROCESSABLE = "unprocessable";
    static final String MALWARE_FOUND = "malware-found";
    static final String PROCESSING_FAILED = "processing-failed";

    private Advice() {}

    /** For a slug of the engine's. One that is not known here is told all the same, with the general advice. */
    static Reason rejected(String slug, String detail) {
        return new Reason(slug, detail, nextStep(slug));
    }

    static Reason malware(String signature) {
        return new Reason(
                MALWARE_FOUND, "The antivirus found %s in the workbook.".formatted(signature), nextStep(MALWARE_FOUND));
    }

    static Reason unprocessable(int crashes) {
        return new Reason(
                UNPROCESSABLE,
                "The workbook could not be read to its end within the limits of time and memory, in %d attempts."
                        .formatted(crashes),
                nextStep(UNPROCESSABLE));
    }

    static Reason failed() {
        return new Reason(
                PROCESSING_FAILED,
                "The workbook could not be checked because a part of our system was away for too long. It is not to blame.",
                "Upload the same file again. If it fails once more, tell support the job's id.");
    }

    private static String nextStep(String slug) {
        return switch (slug) {
            case "encrypted" ->
                "Open the workbook in Excel, remove the password (File, Info, Protect Workbook) and upload it again.";
            case "macro-not-allowed" ->
                "Save the workbook without macros (File, Save As, Excel Workbook .xlsx) and upload that file.";
            case "active-content" ->
                "Remove embedded objects, ActiveX controls and DDE links, save as .xlsx and upload it again.";
            case "extension-mismatch" ->
                "Open the file in Excel, save it in the format its name says, .xlsx for instance, and upload it again.";
            case "format-not-supported" ->
                "Save the workbook as .xlsx (File, Save As, Excel Workbook) and upload it again.";
            case "truncated", "corrupt", "duplicate-entry" ->
                "Open the workbook in Excel, let Excel repair it if it offers to, save it under a new name and upload it.";
            case "not-a-workbook" -> "Upload the Excel workbook itself: this file is something else.";
            case "zip-bomb", UNPROCESSABLE ->
                "Split the workbook, or remove sheets and formats that are not used, save it again and upload it.";
            case MALWARE_FOUND ->
                "Do not open the workbook again and do not pass it on. Have the computer it comes from checked, and tell your security contact.";
            case "dtd-not-allowed" -> "Open the workbook in Excel, save it again and upload what Excel wrote.";
            default -> "Correct what was found, save the workbook again in Excel and upload it.";
        };
    }
}
