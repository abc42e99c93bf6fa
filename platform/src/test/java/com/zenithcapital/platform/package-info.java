/** What holds for all packages of the platform. */
@NullMarked
package com.zenithcapital.platform;

import org.jspecify.annotations.NullMarked;
