/** The fourth step: the uploader is told the verdict by mail, once. */
@NullMarked
package com.zenithcapital.modelfile.notice;

import org.jspecify.annotations.NullMarked;
