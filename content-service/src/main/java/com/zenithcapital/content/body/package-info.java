/** A leaf: what Markdown becomes for readers, and what changed between two texts. It knows nothing of insights. */
@NullMarked
package com.zenithcapital.content.body;

import org.jspecify.annotations.NullMarked;
