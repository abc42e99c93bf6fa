/** A leaf: what HTTP's own documents say of conditions and digests, and nothing of models. */
@NullMarked
package com.zenithcapital.modelfile.http;

import org.jspecify.annotations.NullMarked;
