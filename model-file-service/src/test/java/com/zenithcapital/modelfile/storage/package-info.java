@NullMarked
package com.zenithcapital.modelfile.storage;

import org.jspecify.annotations.NullMarked;
