/**
 * What a request tells of where it came from: browser and device, the page before, the country; and why it may be nobody
 * who reads.
 */
@NullMarked
package com.zenithcapital.analytics.origin;

import org.jspecify.annotations.NullMarked;
