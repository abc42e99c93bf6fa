/** What the gateway itself answers: problems, and how a connection is left when a body was not read. */
@NullMarked
package com.zenithcapital.gateway.answer;

import org.jspecify.annotations.NullMarked;
