/** How an event looks on Kafka. */
@NullMarked
package com.zenithcapital.platform.event;

import org.jspecify.annotations.NullMarked;
