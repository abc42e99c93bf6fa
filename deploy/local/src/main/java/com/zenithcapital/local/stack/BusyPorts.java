package com.zenithcapital.local.stack;

import com.zenithcapital.local.part.FreePorts;
import com.zenithcapital.local.part.Part;
import com.zenithcapital.local.part.PartPort;
import com.zenithcapital.local.process.PortOwner;
import java.util.List;

/** Says before anything starts which ports are taken, by whom, and what to do. */
final class BusyPorts {

    private BusyPorts() {}

    /** @throws StackFailure naming every port that is taken */
    static void refuse(List<Part> parts, int base) {
        List<String> busy = parts.stream()
                .flatMap(part -> part.ports().stream()
                        .filter(port -> !FreePorts.isFree(port.number()))
                        .map(port -> describe(part, port)))
                .toList();
        if (!busy.isEmpty()) {
            throw new StackFailure(
                    String.join("\n", busy) + "\nEnd it, or move the whole stack: --port-base " + suggestion(base));
        }
    }

    private static String describe(Part part, PartPort port) {
        String owner = PortOwner.of(port.number())
                .map(found -> "process " + found.pid() + ": " + found.command())
                .orElse("a process that this user may not see");
        return "Port %d, which %s needs (%s), is taken by %s"
                .formatted(port.number(), part.name(), port.purpose(), owner);
    }

    /** The next thousand; whether it is free shows at the next try. */
    private static int suggestion(int base) {
        int next = base + 1000;
        return next + PortTable.WIDTH <= 65_535 ? next : PortTable.DEFAULT_BASE;
    }
}
