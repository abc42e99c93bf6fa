/**
 * Who came, without knowing who: the caller's address, the salts that die with their day, the hash that is all that is
 * kept of both. Nothing in here is ever logged.
 */
@NullMarked
package com.zenithcapital.analytics.visitor;

import org.jspecify.annotations.NullMarked;
