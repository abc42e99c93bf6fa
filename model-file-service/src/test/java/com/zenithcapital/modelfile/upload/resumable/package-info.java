@NullMarked
package com.zenithcapital.modelfile.upload.resumable;

import org.jspecify.annotations.NullMarked;
