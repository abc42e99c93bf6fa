package com.zenithcapital.platform.identity;

/** The realm roles, for {@code @RolesAllowed}. None contains another: an editor is no analyst unless given both. */
public final class Roles {

    /** A client of the firm: downloads models, reads what is for clients. */
    public static final String READER = "reader";

    /** Writes insights, uploads models. */
    public static final String ANALYST = "analyst";

    /** Approves, publishes, withdraws. */
    public static final String EDITOR = "editor";

    /** Reads analytics and the audit trail, replays dead letters. */
    public static final String ADMIN = "admin";

    private Roles() {}
}
