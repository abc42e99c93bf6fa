/** The parts on their real programs: each is started, used, killed and started again. */
@NullMarked
package com.zenithcapital.local.part;

import org.jspecify.annotations.NullMarked;
