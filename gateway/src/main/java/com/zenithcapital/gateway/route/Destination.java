package com.zenithcapital.gateway.route;

/** Who answers: a service behind the gateway, or the gateway itself. */
public sealed interface Destination permits Service, Page {}
