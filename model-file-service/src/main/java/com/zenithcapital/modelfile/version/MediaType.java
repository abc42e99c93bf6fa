package com.zenithcapital.modelfile.version;

/** What a workbook's container says it is, and how it is served. */
public enum MediaType {
    /** Office Open XML, in a ZIP. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /** BIFF, in an OLE2 compound file. */
    XLS("application/vnd.ms-excel");

    private final String text;

    MediaType(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
