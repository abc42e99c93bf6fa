/**
 * What is asked: the parameters of an address, the time they speak of, the one value that they keep to. A leaf; each kind of
 * answer builds on it.
 */
@NullMarked
package com.zenithcapital.analytics.question;

import org.jspecify.annotations.NullMarked;
