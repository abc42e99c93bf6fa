@NullMarked
package com.zenithcapital.modelfile.catalogue;

import org.jspecify.annotations.NullMarked;
