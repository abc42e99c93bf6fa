package com.zenithcapital.platform.problem;

import static com.zenithcapital.platform.problem.CommonProblem.PAYLOAD_TOO_LARGE;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** How long a request's body may be: {@code quarkus.http.limits.max-body-size}, also where it does not say its length. */
@Singleton
class LongestBody {

    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private final long bytes;

    LongestBody(@ConfigProperty(name = "quarkus.http.limits.max-body-size") Optional<MemorySize> configured) {
        this.bytes = configured.map(MemorySize::asLongValue).orElse(Long.MAX_VALUE);
    }

    long bytes() {
        return bytes;
    }

    ProblemException passed() {
        return PAYLOAD_TOO_LARGE.because("The body may have %d bytes.".formatted(bytes));
    }

    /** A body without a length is chunked, or came by HTTP/2. */
    @ServerRequestFilter
    void count(ContainerRequestContext request) {
        if (WITH_BODY.contains(request.getMethod()) && request.getHeaderString(HttpHeaders.CONTENT_LENGTH) == null) {
            request.setEntityStream(new Counted(request.getEntityStream()));
        }
    }

    private final class Counted extends FilterInputStream {

        private long left = bytes;

        Counted(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        @Override
        public long skip(long count) throws IOException {
            long skipped = super.skip(count);
            count(skipped);
            return skipped;
        }

        private void count(long read) {
            left -= read;
            if (left < 0) {
                throw passed();
            }
        }
    }
}
