/** Beside the way: what changed from one version to another, computed once in the sandbox and kept. */
@NullMarked
package com.zenithcapital.modelfile.difference;

import org.jspecify.annotations.NullMarked;
