package com.zenithcapital.analytics.visitor;

import java.net.InetAddress;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Recognises visitors at one moment: by the salt of its day, and by the one before while that is still there. */
public final class Recognition {

    private final Salt today;
    private final @Nullable Salt before;

    Recognition(Salt today, @Nullable Salt before) {
        this.today = today;
        this.before = before;
    }

    /**
     * @param site the origin that the events come from: somebody who visits two sites is two visitors
     */
    public Visitor visitor(String site, InetAddress address, String userAgent) {
        return new Visitor(
                today.visitor(site, address, userAgent),
                before == null ? null : before.visitor(site, address, userAgent));
    }

    /** The id of what is noted of a reader apart from the event: the same for the same two, for this day. */
    public UUID apart(UUID event, String reader) {
        return today.apart(event, reader);
    }
}
