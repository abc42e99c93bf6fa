/** Training runs at build: each records what its program loads and links, so that later starts need not do it again. */
@NullMarked
package com.zenithcapital.local.aot;

import org.jspecify.annotations.NullMarked;
