/** The words of {@code ./zenith}: each is a class here that says what it does in its own help. */
@NullMarked
package com.zenithcapital.local.command;

import org.jspecify.annotations.NullMarked;
