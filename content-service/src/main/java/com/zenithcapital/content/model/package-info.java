/** A leaf: the models that insights link, as model-file-service tells of them. */
@NullMarked
package com.zenithcapital.content.model;

import org.jspecify.annotations.NullMarked;
