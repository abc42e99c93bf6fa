package com.zenithcapital.benchmarks.engine;

/**
 * One reading of one workbook, where a round has several their mean.
 *
 * @param wall seconds from opening the file to its last cell
 * @param processor seconds of all threads of the process, compiler and collector included
 */
record Round(double wall, double processor, Count count) {}
