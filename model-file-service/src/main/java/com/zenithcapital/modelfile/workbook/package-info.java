/** A leaf: the engine as a child process, because untrusted bytes are not parsed in here, and the report it writes. */
@NullMarked
package com.zenithcapital.modelfile.workbook;

import org.jspecify.annotations.NullMarked;
