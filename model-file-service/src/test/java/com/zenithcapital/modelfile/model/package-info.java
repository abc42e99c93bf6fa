@NullMarked
package com.zenithcapital.modelfile.model;

import org.jspecify.annotations.NullMarked;
