@NullMarked
package com.zenithcapital.modelfile.processing;

import org.jspecify.annotations.NullMarked;
