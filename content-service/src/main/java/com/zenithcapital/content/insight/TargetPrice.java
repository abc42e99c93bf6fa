package com.zenithcapital.content.insight;

import java.math.BigDecimal;

/** What an analyst expects a share to be worth; the currency by ISO 4217. */
public record TargetPrice(BigDecimal amount, String currency) {}
