package com.zenithcapital.gateway.limit;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;

/** The quota of every budget. */
final class Policies {

    private static final String PREFIX = "zenith.gateway.limits.";

    private final Map<Budget, Quota> quotas;
    private final Map<Budget, Policy> policies = new EnumMap<>(Budget.class);

    private Policies(Map<Budget, Quota> quotas) {
        this.quotas = Map.copyOf(quotas);
        quotas.forEach((budget, quota) -> policies.put(budget, new Policy(budget, quota)));
    }

    /** Those that are configured. */
    static Policies of(LimitsConfig config) {
        Map<Budget, Quota> quotas = new EnumMap<>(Budget.class);
        for (Budget budget : Budget.values()) {
            quotas.put(budget, quota(config, budget));
        }
        return new Policies(quotas);
    }

    private static Quota quota(LimitsConfig config, Budget budget) {
        return switch (budget) {
            case SIGN_IN -> quota(budget, config.signIn());
            case UPLOAD_REQUESTS -> quota(budget, config.uploadRequests());
            case UPLOAD_BYTES -> quota(budget, config.uploadBytes().capacity().asLongValue(), config.uploadBytes());
            case EVENTS -> quota(budget, config.events());
            case READS -> quota(budget, config.reads());
            case ADMIN -> quota(budget, config.admin());
        };
    }

    private static Quota quota(Budget budget, LimitsConfig.Requests requests) {
        return quota(budget, requests.capacity(), requests);
    }

    private static Quota quota(Budget budget, long capacity, LimitsConfig.Refill refill) {
        return quota(budget, capacity, refill.period(), refill.enforced());
    }

    private static Quota quota(Budget budget, long capacity, Duration period, boolean enforced) {
        try {
            return new Quota(capacity, period, enforced);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(PREFIX + budget.label() + '.' + e.getMessage(), e);
        }
    }

    Policy of(Budget budget) {
        return requireNonNull(policies.get(budget));
    }

    /**
     * These, with the values of a properties file over them.
     *
     * @throws IllegalArgumentException naming what of it is no budget's, or makes no sense
     */
    Policies with(String file) {
        Properties left = new Properties();
        try {
            left.load(new StringReader(file));
        } catch (IOException e) {
            throw new UncheckedIOException("A string could not be read", e);
        }
        Map<Budget, Quota> changed = new EnumMap<>(Budget.class);
        quotas.forEach((budget, quota) -> changed.put(
                budget,
                quota(
                        budget,
                        taken(left, budget, "capacity", quota.capacity(), text -> capacity(budget, text)),
                        taken(left, budget, "period", quota.period(), Policies::period),
                        taken(left, budget, "enforced", quota.enforced(), Policies::enforced))));
        if (!left.isEmpty()) {
            throw new IllegalArgumentException("There is no such limit: " + left.stringPropertyNames());
        }
        return new Policies(changed);
    }

    /** Takes a value out of what is left of the file; what is over at the end is nobody's. */
    private static <T> T taken(Properties left, Budget budget, String member, T otherwise, Function<String, T> reader) {
        String key = PREFIX + budget.label() + '.' + member;
        Object text = left.remove(key);
        if (text == null) {
            return otherwise;
        }
        try {
            return reader.apply(text.toString().strip());
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("%s is not understood: %s".formatted(key, text), e);
        }
    }

    private static long capacity(Budget budget, String text) {
        return budget == Budget.UPLOAD_BYTES
                ? requireNonNull(new MemorySizeConverter().convert(text)).asLongValue()
                : Long.parseLong(text);
    }

    private static Duration period(String text) {
        return requireNonNull(DurationConverter.parseDuration(text));
    }

    /** Strictly: a mistyped "ture" must not switch a limit off. */
    private static boolean enforced(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }
}
