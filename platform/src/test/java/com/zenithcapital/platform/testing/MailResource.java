package com.zenithcapital.platform.testing;

import com.zenithcapital.local.binaries.Binaries;
import com.zenithcapital.local.part.FreePorts;
import com.zenithcapital.local.part.MailPart;
import com.zenithcapital.local.part.PartPort;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.List;
import java.util.Map;

/** A mail catcher, empty at each start of the application. What it caught is read over {@link MailPart#messagesUrl}. */
public final class MailResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        MailPart part = part();
        // It keeps mails in memory.
        part.restart();
        PartPort smtp = part.ports().getFirst();
        return Map.of(
                "quarkus.mailer.mock", "false",
                "quarkus.mailer.host", "127.0.0.1",
                "quarkus.mailer.port", Integer.toString(smtp.number()));
    }

    @Override
    public void stop() {
        // The catcher stays for the next application of this test run.
    }

    /** The catcher, to be read, killed and started again. */
    public static MailPart part() {
        String ports = TestRun.remember("mail.ports", () -> {
            List<Integer> free = FreePorts.take(2);
            return free.get(0) + "," + free.get(1);
        });
        String[] numbers = ports.split(",", 2);
        return new MailPart(
                Binaries.ofRepository(),
                TestRun.installation(),
                Integer.parseInt(numbers[0]),
                Integer.parseInt(numbers[1]));
    }
}
