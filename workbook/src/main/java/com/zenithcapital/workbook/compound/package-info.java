/** OLE2 compound files ([MS-CFB]): read only as far as needed to say what is inside one. */
@NullMarked
package com.zenithcapital.workbook.compound;

import org.jspecify.annotations.NullMarked;
