package com.zenithcapital.analytics.event;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The named steps of visits, of which funnels are made. An event takes the first step that fits it, most take none.
 *
 * <p>{@code zenith.analytics.steps} lists them as {@code name:event:path}; a path that ends in {@code *} fits all that
 * begin so, one that is left out fits every path. Visits keep the names: a step that is renamed is another step from
 * then on, and what was counted before is not counted again.
 */
@Singleton
public class Steps {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    private final List<Step> steps;

    public Steps(
            @ConfigProperty(
                            name = "zenith.analytics.steps",
                            defaultValue =
                                    "home:pageview:/,insight:pageview:/insights/*,model:pageview:/models/*,download:download")
                    List<String> steps) {
        this.steps = steps.stream().map(Step::parse).toList();
    }

    public List<String> names() {
        return steps.stream().map(Step::name).toList();
    }

    public Optional<String> of(String event, String path) {
        for (Step step : steps) {
            if (step.fits(event, path)) {
                return Optional.of(step.name);
            }
        }
        return Optional.empty();
    }

    private record Step(String name, String event, String path) {

        static Step parse(String text) {
            List<String> parts = new ArrayList<>(List.of(text.strip().split(":", 3)));
            if (parts.size() == 2) {
                parts.add("*");
            }
            if (parts.size() != 3 || !NAME.matcher(parts.getFirst()).matches()) {
                throw new IllegalArgumentException(
                        "zenith.analytics.steps: '%s' is not name:event:path, the name in lower case".formatted(text));
            }
            return new Step(parts.get(0), parts.get(1), parts.get(2));
        }

        boolean fits(String name, String where) {
            if (!event.equals(name)) {
                return false;
            }
            return path.endsWith("*") ? where.startsWith(path.substring(0, path.length() - 1)) : where.equals(path);
        }
    }
}
