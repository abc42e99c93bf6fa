/** A leaf: has bytes looked at for malware, by clamd or, where it is off, by nobody. */
@NullMarked
package com.zenithcapital.modelfile.antivirus;

import org.jspecify.annotations.NullMarked;
