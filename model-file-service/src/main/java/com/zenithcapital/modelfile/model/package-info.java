/** The first step: an analyst makes a model and edits what is said about it. */
@NullMarked
package com.zenithcapital.modelfile.model;

import org.jspecify.annotations.NullMarked;
