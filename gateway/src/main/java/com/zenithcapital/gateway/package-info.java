/**
 * The one door. A request's way through it, one package a step:
 *
 * <p>{@code target} (is the path one that everybody reads the same way?) → {@code route} (which service, what limits?) →
 * {@code identity} (is the bearer token good?) or {@code session} (is somebody signed in, and is the request theirs?) →
 * {@code limit} (has the caller any left?) → {@code proxy} (stream it there and back). {@code answer} tells what goes wrong,
 * {@code record} writes down what happened, {@code door} walks the steps. Steps know what lies before them on the way and never
 * the door.
 */
@NullMarked
package com.zenithcapital.gateway;

import org.jspecify.annotations.NullMarked;
