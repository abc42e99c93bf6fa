package com.zenithcapital.local.sample;

import org.jspecify.annotations.Nullable;

/** What is odd about a sample, and the slug of the rejection it must meet. */
public enum Trait {
    /** Nothing: an honest model with a hidden sheet, a few error cells and a volatile function. */
    HONEST(null),
    /** Accepted, with a finding: a formula reads another workbook. */
    EXTERNAL_LINK(null),
    /** A VBA project, in a package that calls itself macro-enabled. */
    MACRO("macro-not-allowed"),
    /** An embedded OLE object. */
    OLE_OBJECT("active-content"),
    /** A document type declaration with entities that multiply, in the shared strings. */
    DTD("dtd-not-allowed"),
    /** One sheet that inflates to 700 MB from 3 MB. */
    BOMB("zip-bomb"),
    /** The same part twice in the archive: readers disagree on which one counts. */
    DUPLICATE_ENTRY("duplicate-entry"),
    /** The last third of the file is missing. */
    TRUNCATED("truncated"),
    /** A sheet whose XML ends in the middle. */
    CORRUPT("corrupt"),
    /** What Excel writes for a workbook with a password: an OLE2 container around the encrypted package. */
    ENCRYPTED("encrypted"),
    /** A PDF that was renamed. */
    PDF("not-a-workbook");

    private final @Nullable String slug;

    Trait(@Nullable String slug) {
        this.slug = slug;
    }

    /** The slug of the rejection, or null where the workbook is to be accepted. */
    public @Nullable String slug() {
        return slug;
    }
}
