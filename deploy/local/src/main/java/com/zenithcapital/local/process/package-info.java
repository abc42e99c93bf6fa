/** Operating-system processes: who they are, how they are started, recognised again and ended; who owns a port. */
@NullMarked
package com.zenithcapital.local.process;

import org.jspecify.annotations.NullMarked;
