package com.zenithcapital.content.insight;

/** The picture above an insight: where it is, and what it shows for who cannot see it. */
public record HeroImage(String url, String alt) {}
