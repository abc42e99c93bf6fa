/**
 * The workbook engine against its peers, without the stack: seconds beside what it stands on, the least heap, a
 * comparison of two large versions. Each contender is a process of its own, so that none runs on what the JIT compiler
 * learnt from another.
 */
@NullMarked
package com.zenithcapital.benchmarks.engine;

import org.jspecify.annotations.NullMarked;
