package com.zenithcapital.content.insight;

import static java.util.Objects.requireNonNull;

import com.zenithcapital.platform.identity.CurrentUser;
import com.zenithcapital.platform.identity.Roles;
import com.zenithcapital.platform.identity.UserId;

/**
 * Who changes something.
 *
 * @param id by which four eyes are told apart
 * @param name as it is shown, at the time
 * @param editsAll whether insights of others may be changed too: an editor's right
 */
public record Actor(UserId id, String name, boolean editsAll) {

    public Actor {
        requireNonNull(id, "id is null");
        requireNonNull(name, "name is null");
    }

    public static Actor of(CurrentUser user) {
        return new Actor(user.id(), user.name(), user.hasRole(Roles.EDITOR));
    }
}
