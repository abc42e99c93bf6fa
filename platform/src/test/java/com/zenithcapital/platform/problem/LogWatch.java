package com.zenithcapital.platform.problem;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Logger;

/** What one logger writes at warning and above, for as long as it is open. */
final class LogWatch extends ExtHandler implements AutoCloseable {

    private final List<ExtLogRecord> records = new CopyOnWriteArrayList<>();
    private final Logger logger;

    LogWatch(String name) {
        logger = Logger.getLogger(name);
        logger.addHandler(this);
    }

    List<ExtLogRecord> records() {
        return records;
    }

    @Override
    protected void doPublish(ExtLogRecord record) {
        if (record.getLevel().intValue() >= Level.WARNING.intValue()) {
            // The context belongs to the thread that writes: it is copied while that is here.
            record.copyMdc();
            records.add(record);
        }
    }

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
