/** The main job in front of one's eyes: everything through the gateway, on the running stack, as its people do it. */
@NullMarked
package com.zenithcapital.local.demo;

import org.jspecify.annotations.NullMarked;
