@NullMarked
package com.zenithcapital.modelfile.upload;

import org.jspecify.annotations.NullMarked;
