/** The sixth step: what everybody may see of published models. */
@NullMarked
package com.zenithcapital.modelfile.catalogue;

import org.jspecify.annotations.NullMarked;
