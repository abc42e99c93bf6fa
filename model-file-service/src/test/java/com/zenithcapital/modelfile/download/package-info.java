@NullMarked
package com.zenithcapital.modelfile.download;

import org.jspecify.annotations.NullMarked;
