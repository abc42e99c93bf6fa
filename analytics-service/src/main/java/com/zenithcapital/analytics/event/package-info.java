/**
 * What everybody here knows: the facts of received events and of readership, the dimensions they are counted by, the
 * sketch that counts visitors.
 */
@NullMarked
package com.zenithcapital.analytics.event;

import org.jspecify.annotations.NullMarked;
