package com.zenithcapital.system;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the one running stack to every test class: the first one starts it, the end of all tests stops it. */
final class SharedZenith implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(SharedZenith.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Zenith.class;
    }

    @Override
    public Zenith resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).computeIfAbsent(Zenith.class, key -> Zenith.start(), Zenith.class);
    }
}
