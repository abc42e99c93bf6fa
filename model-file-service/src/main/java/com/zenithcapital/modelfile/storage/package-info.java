/** A leaf: workbooks' bytes in S3. It knows keys, sizes and digests, and nothing of models. */
@NullMarked
package com.zenithcapital.modelfile.storage;

import org.jspecify.annotations.NullMarked;
