/** The fifth step: an editor looks at what was found, publishes and withdraws. */
@NullMarked
package com.zenithcapital.modelfile.publication;

import org.jspecify.annotations.NullMarked;
