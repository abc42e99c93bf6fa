package com.zenithcapital.content.revision;

/** How a revision came about. */
public enum Origin {
    SAVED,
    /** Saved by somebody who had seen an older one, and put together with what had changed since. */
    MERGED,
    /** The text of an older one again. */
    RESTORED,
    IMPORTED
}
