package com.zenithcapital.content.cache;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The questions of this process to all caches whether they have heard of everything, and who has said so. */
final class RollCall {

    private final Map<UUID, Question> open = new ConcurrentHashMap<>();

    Question open() {
        Question question = new Question(UUID.randomUUID());
        open.put(question.id, question);
        return question;
    }

    void answered(UUID id, UUID instance) {
        Question question = open.get(id);
        if (question != null) {
            question.answered(instance);
        }
    }

    final class Question implements AutoCloseable {

        private final UUID id;
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition more = lock.newCondition();
        private final Set<UUID> answered = new HashSet<>();

        private Question(UUID id) {
            this.id = id;
        }

        UUID id() {
            return id;
        }

        private void answered(UUID instance) {
            lock.lock();
            try {
                answered.add(instance);
                more.signalAll();
            } finally {
                lock.unlock();
            }
        }

        /** Those that have not answered in time; empty as soon as all have. */
        Set<UUID> missing(Set<UUID> instances, Duration time) throws InterruptedException {
            long deadline = System.nanoTime() + time.toNanos();
            lock.lock();
            try {
                while (!answered.containsAll(instances)) {
                    long left = deadline - System.nanoTime();
                    if (left <= 0) {
                        Set<UUID> missing = new HashSet<>(instances);
                        missing.removeAll(answered);
                        return missing;
                    }
                    boolean _ = more.await(left, TimeUnit.NANOSECONDS);
                }
                return Set.of();
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void close() {
            open.remove(id);
        }
    }
}
