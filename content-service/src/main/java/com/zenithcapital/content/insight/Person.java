package com.zenithcapital.content.insight;

/** Somebody who did something, as it is shown. */
public record Person(String id, String name) {}
