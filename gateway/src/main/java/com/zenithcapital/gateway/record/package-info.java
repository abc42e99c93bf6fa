/** What happened: one line of log and one measurement a request. */
@NullMarked
package com.zenithcapital.gateway.record;

import org.jspecify.annotations.NullMarked;
