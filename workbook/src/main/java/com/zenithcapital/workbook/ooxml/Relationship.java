package com.zenithcapital.workbook.ooxml;

/**
 * How one part refers to another, or to something outside the package.
 *
 * @param type the last segment of its type's URI, in lower case: the same in the transitional and the strict namespace
 * @param target a part's name, or for an external one the URI as it stands
 */
public record Relationship(String id, String type, String target, boolean external) {}
