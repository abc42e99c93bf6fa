@NullMarked
package com.zenithcapital.modelfile;

import org.jspecify.annotations.NullMarked;
