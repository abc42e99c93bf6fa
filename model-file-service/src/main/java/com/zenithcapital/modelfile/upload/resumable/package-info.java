/**
 * Uploads that survive a lost connection: <a href="https://tus.io/protocols/resumable-upload">tus 1.0</a>, a workbook in
 * as many requests as it takes. The row of an upload is the truth; storage holds what the row speaks of, and perhaps more.
 */
@NullMarked
package com.zenithcapital.modelfile.upload.resumable;

import org.jspecify.annotations.NullMarked;
