package com.zenithcapital.modelfile.upload;

import static com.zenithcapital.modelfile.version.QuotaProblem.QUOTA_EXCEEDED;
import static com.zenithcapital.platform.problem.CommonProblem.UNAVAILABLE;

import com.zenithcapital.modelfile.version.QuotaConfig;
import com.zenithcapital.platform.identity.UserId;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.Map;

/**
 * The places for uploads, of both kinds: who comes when all are taken is sent away, not queued. So is a user who has as many
 * open as one user may, which is fewer than there are.
 */
@ApplicationScoped
public class Slots {

    private static final String SECONDS_TO_COME_AGAIN = "5";

    private final int most;
    private final int mostPerUser;
    private final Map<UserId, Integer> open = new HashMap<>();
    private int all;

    Slots(UploadConfig config, QuotaConfig quota) {
        this.most = config.maxOpen();
        this.mostPerUser = quota.openUploads();
    }

    void check(@Observes StartupEvent start) {
        if (mostPerUser >= most) {
            throw new IllegalStateException(
                    "zenith.model-files.quota.open-uploads is %d and zenith.model-files.upload.max-open %d: one user alone could take every place"
                            .formatted(mostPerUser, most));
        }
    }

    public synchronized Slot take(UserId user) {
        if (open.getOrDefault(user, 0) >= mostPerUser) {
            throw QUOTA_EXCEEDED
                    .because("You may have %d uploads open at once (zenith.model-files.quota.open-uploads)."
                            .formatted(mostPerUser))
                    .carrying(Map.of(
                            "Retry-After",
                            SECONDS_TO_COME_AGAIN,
                            "RateLimit-Policy",
                            "\"open-uploads\";q=%d;qu=\"concurrent-requests\"".formatted(mostPerUser),
                            "RateLimit",
                            "\"open-uploads\";r=0"));
        }
        if (all >= most) {
            throw UNAVAILABLE.because("Too many uploads are open here. Try again in a few seconds.");
        }
        all++;
        open.merge(user, 1, Integer::sum);
        return () -> leave(user);
    }

    private synchronized void leave(UserId user) {
        all--;
        open.computeIfPresent(user, (who, count) -> count == 1 ? null : count - 1);
    }

    @FunctionalInterface
    public interface Slot extends AutoCloseable {
        @Override
        void close();
    }
}
