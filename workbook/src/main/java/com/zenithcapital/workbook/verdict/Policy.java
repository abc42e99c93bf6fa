package com.zenithcapital.workbook.verdict;

/** What an installation lets pass that is refused by default. */
public record Policy(boolean macrosAllowed, boolean activeContentAllowed) {

    public static final Policy STRICT = new Policy(false, false);
}
