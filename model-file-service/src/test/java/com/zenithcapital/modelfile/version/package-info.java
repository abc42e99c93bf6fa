@NullMarked
package com.zenithcapital.modelfile.version;

import org.jspecify.annotations.NullMarked;
