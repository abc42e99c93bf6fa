/** The second step: bytes come in, and nothing is left of an upload that fails. */
@NullMarked
package com.zenithcapital.modelfile.upload;

import org.jspecify.annotations.NullMarked;
