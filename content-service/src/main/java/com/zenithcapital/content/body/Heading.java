package com.zenithcapital.content.body;

/**
 * One entry of a table of contents.
 *
 * @param level 1 to 6
 * @param id what a link to it says behind the {@code #}: unique within its text
 * @param text without markup
 */
public record Heading(int level, String id, String text) {}
