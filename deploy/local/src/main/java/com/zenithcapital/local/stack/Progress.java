package com.zenithcapital.local.stack;

import com.zenithcapital.local.part.Part;
import java.time.Duration;

/** Hears how a start or an end goes. Called by several threads. */
public interface Progress {

    Progress SILENT = new Progress() {
        @Override
        public void ready(Part part, Duration took) {}

        @Override
        public void stopped(Part part, Duration took) {}

        @Override
        public void note(String sentence) {}
    };

    void ready(Part part, Duration took);

    void stopped(Part part, Duration took);

    void note(String sentence);
}
