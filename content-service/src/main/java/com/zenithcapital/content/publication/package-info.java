/** From an approved text to readers and back: at once or at a time, corrected, withdrawn, and kept as it was published. */
@NullMarked
package com.zenithcapital.content.publication;

import org.jspecify.annotations.NullMarked;
