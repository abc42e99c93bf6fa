package com.zenithcapital.content.model;

import java.util.UUID;

/** Other versions of a model are public than before. Fired in the transaction that made it so. */
public record ModelChanged(UUID id, String slug) {}
