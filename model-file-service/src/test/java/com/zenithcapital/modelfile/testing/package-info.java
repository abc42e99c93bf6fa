/** What this service's tests share: its parts, a caller of its HTTP interface, and looks into what it keeps. */
@NullMarked
package com.zenithcapital.modelfile.testing;

import org.jspecify.annotations.NullMarked;
