package com.zenithcapital.local.aot;

import com.zenithcapital.local.binaries.Binaries;
import com.zenithcapital.local.part.KafkaPart;
import com.zenithcapital.local.part.KeycloakPart;
import com.zenithcapital.local.part.MailPart;
import com.zenithcapital.local.part.Part;
import com.zenithcapital.local.part.PartFailure;
import com.zenithcapital.local.part.PostgresPart;
import com.zenithcapital.local.part.S3Part;
import com.zenithcapital.local.part.Trees;
import com.zenithcapital.local.stack.PortTable;
import com.zenithcapital.local.stack.Progress;
import com.zenithcapital.local.stack.Stack;
import com.zenithcapital.local.stack.StackFailure;
import com.zenithcapital.local.stack.StackPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Builds Keycloak and records the AOT caches of the parts that are JVMs, by starting them once, from nothing, in a
 * folder of their own. The build calls it; it does nothing when all caches are there.
 */
public final class PartTraining {

    private PartTraining() {}

    /** @param arguments the folder to run in, which is removed afterwards */
    public static void main(String[] arguments) throws IOException {
        Binaries binaries = Binaries.ofRepository();
        if (binaries.hasAllAotCaches()) {
            return;
        }
        Path home = Path.of(arguments[0]);
        System.out.println("Preparing the parts of the local stack, once: Keycloak's build and the AOT caches.");
        Trees.delete(home);
        StackPlan plan = new StackPlan(home, PortTable.free())
                .only(PostgresPart.NAME, KafkaPart.NAME, KeycloakPart.NAME, S3Part.NAME, MailPart.NAME);
        Stack stack = Stack.of(plan, binaries.recording());
        try {
            stack.up(Spoken.INSTANCE);
            stack.token("ana");
            stack.down(Spoken.INSTANCE);
        } catch (PartFailure | StackFailure e) {
            System.out.println("The parts will start more slowly, their caches were not recorded: " + e.getMessage());
        } finally {
            stack.down();
        }
        Trees.delete(home);
    }

    private enum Spoken implements Progress {
        INSTANCE;

        @Override
        public void ready(Part part, Duration took) {
            System.out.printf("  %s started in %.1f s%n", part.name(), took.toMillis() / 1e3);
        }

        @Override
        public void stopped(Part part, Duration took) {
            System.out.printf("  %s recorded in %.1f s%n", part.name(), took.toMillis() / 1e3);
        }

        @Override
        public void note(String sentence) {
            System.out.println("  " + sentence);
        }
    }
}
