package com.zenithcapital.content.reading;

import com.zenithcapital.platform.identity.CurrentUser;
import com.zenithcapital.platform.identity.Roles;

/** For whom a query is: what it sees, and the order of time it sees it in. */
enum Audience {
    EVERYBODY("public_at"),
    CLIENTS("clients_at");

    private final String time;

    Audience(String time) {
        this.time = time;
    }

    static Audience of(CurrentUser user) {
        return user.hasRole(Roles.READER) ? CLIENTS : EVERYBODY;
    }

    /** The column that says since when they see an insight; null in it means that they do not. */
    String time() {
        return time;
    }
}
