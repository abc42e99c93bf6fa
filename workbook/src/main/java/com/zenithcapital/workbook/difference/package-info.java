/**
 * What changed from one workbook to another. Both are read several times rather than kept: first each sheet's rows and
 * columns become a few numbers each, by which they are aligned; then both versions are passed cell by cell, in step.
 */
@NullMarked
package com.zenithcapital.workbook.difference;

import org.jspecify.annotations.NullMarked;
