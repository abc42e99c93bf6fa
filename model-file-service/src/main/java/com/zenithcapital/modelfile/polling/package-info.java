/** A leaf: loops that look for work, sleep when there is none, and can be woken. */
@NullMarked
package com.zenithcapital.modelfile.polling;

import org.jspecify.annotations.NullMarked;
