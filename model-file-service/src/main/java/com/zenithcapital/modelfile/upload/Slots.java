package com.zenithcapital.modelfile.upload;

import static com.zenithcapital.platform.problem.CommonProblem.UNAVAILABLE;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;

/** The memory for uploads, as places of one part each: who comes when all are taken is sent away, not queued. */
@ApplicationScoped
public class Slots {

    private final Semaphore free;

    Slots(UploadConfig config) {
        this.free = new Semaphore(config.maxOpen());
    }

    public Slot take() {
        if (!free.tryAcquire()) {
            throw UNAVAILABLE.because("Too many uploads are open here. Try again in a few seconds.");
        }
        return free::release;
    }

    @FunctionalInterface
    public interface Slot extends AutoCloseable {
        @Override
        void close();
    }
}
