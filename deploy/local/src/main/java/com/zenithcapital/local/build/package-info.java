/** Building what is not built, or not built from the sources as they are now. */
@NullMarked
package com.zenithcapital.local.build;

import org.jspecify.annotations.NullMarked;
