/**
 * Workbooks to try the system with: an honest research model of a chosen size, the same bytes for the same seed, and
 * one hostile or odd variant for each thing the gate must find. Needs the JDK only.
 */
@NullMarked
package com.zenithcapital.local.sample;

import org.jspecify.annotations.NullMarked;
