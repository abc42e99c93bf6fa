@NullMarked
package com.zenithcapital.modelfile.difference;

import org.jspecify.annotations.NullMarked;
