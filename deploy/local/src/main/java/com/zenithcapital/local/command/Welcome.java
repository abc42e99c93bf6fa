package com.zenithcapital.local.command;

import com.zenithcapital.local.part.MailPart;
import com.zenithcapital.local.part.Part;
import com.zenithcapital.local.stack.Stack;
import com.zenithcapital.local.stack.StackPlan;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What one wants to know when everything is up: where it is and who can sign in. */
final class Welcome {

    private static final List<String> SIGN_INS = List.of(
            "ana     analyst    writes insights, uploads models",
            "eddie   editor     approves and publishes",
            "ada     admin      reads analytics and the audit trail",
            "rhea    reader     downloads models",
            "max     all four");

    private final Stack stack;
    private final Path home;

    Welcome(Stack stack, Path home) {
        this.stack = stack;
        this.home = home;
    }

    void print(PrintStream out, Duration took) {
        out.printf("%nZenith is up, after %s.%n%n", Terminal.seconds(took));
        for (Part part : stack.parts().reversed()) {
            out.printf("  %-20s %-30s %s%n", part.name(), part.url(), managementOf(part));
        }
        out.println();
        if (stack.parts().size() == StackPlan.ALL_PARTS.size()) {
            out.println("Sign in with the password '" + Stack.PASSWORD + "':");
            SIGN_INS.forEach(person -> out.println("  " + person));
            out.println();
            out.println("A token:    ./zenith token ana");
            out.println("Ana's mail: " + ((MailPart) stack.part(MailPart.NAME)).messagesUrl("ana@zenith.example"));
        }
        out.println("Logs:       " + stack.installation().logs());
        out.println("Secrets:    " + home.resolve("data").resolve("secrets.properties"));
    }

    private static String managementOf(Part part) {
        Optional<String> url = part.managementUrl();
        return switch (part.name()) {
            case MailPart.NAME -> url.map(rest -> "read at " + rest).orElse("");
            default ->
                url.map(management -> "health and metrics at " + management).orElse("");
        };
    }
}
