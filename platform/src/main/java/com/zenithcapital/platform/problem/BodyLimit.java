package com.zenithcapital.platform.problem;

import static com.zenithcapital.platform.problem.CommonProblem.PAYLOAD_TOO_LARGE;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Holds every body that is read as a whole to 1 MiB, where the HTTP server's own limit must let more through: what a
 * resource takes as a stream is counted by whoever reads it.
 */
@Provider
class BodyLimit implements ReaderInterceptor {

    private static final int MOST = 1024 * 1024;

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException, WebApplicationException {
        if (context.getType() != InputStream.class) {
            context.setInputStream(new Limited(context.getInputStream()));
        }
        return context.proceed();
    }

    private static final class Limited extends FilterInputStream {

        private int read;

        Limited(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            count(Math.max(count, 0));
            return count;
        }

        private void count(int more) {
            read += more;
            if (read > MOST) {
                throw PAYLOAD_TOO_LARGE.because("The body may have %d bytes.".formatted(MOST));
            }
        }
    }
}
