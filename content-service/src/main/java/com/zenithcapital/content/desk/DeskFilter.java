package com.zenithcapital.content.desk;

import static com.zenithcapital.platform.problem.CommonProblem.INVALID_REQUEST;

import com.zenithcapital.content.insight.State;
import com.zenithcapital.platform.identity.UserId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which insights of the desk.
 *
 * @param creator only this user's
 * @param trash what is in the trash, and nothing else
 */
record DeskFilter(Optional<State> state, Optional<UserId> creator, boolean trash) {

    static DeskFilter parse(@Nullable String state, @Nullable String mine, @Nullable String trash, UserId user) {
        return new DeskFilter(
                Optional.ofNullable(state).map(State::ofQuery),
                flag("mine", mine) ? Optional.of(user) : Optional.empty(),
                flag("trash", trash));
    }

    private static boolean flag(String name, @Nullable String text) {
        if (text == null) {
            return false;
        }
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw INVALID_REQUEST.at("query:" + name, name + " is true or false.");
        };
    }
}
