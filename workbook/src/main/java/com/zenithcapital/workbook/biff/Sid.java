package com.zenithcapital.workbook.biff;

/** The numbers of the records that are read ([MS-XLS] 2.3). */
final class Sid {

    static final int EOF = 0x000A;
    static final int PROTECT = 0x0012;
    static final int NAME = 0x0018;
    static final int NOTE = 0x001C;
    static final int DATE_1904 = 0x0022;
    static final int EXTERN_NAME = 0x0023;
    static final int FILE_PASS = 0x002F;
    static final int OBJ = 0x005D;
    static final int COL_INFO = 0x007D;
    static final int BOUND_SHEET = 0x0085;
    static final int SX_VIEW = 0x00B0;
    static final int MUL_RK = 0x00BD;
    static final int OBJ_PROJ = 0x00D3;
    static final int RSTRING = 0x00D6;
    static final int XF = 0x00E0;
    static final int MERGE_CELLS = 0x00E5;
    static final int SST = 0x00FC;
    static final int LABEL_SST = 0x00FD;
    static final int SUP_BOOK = 0x01AE;
    static final int QUERY_TABLE = 0x01AD;
    static final int NUMBER = 0x0203;
    static final int LABEL = 0x0204;
    static final int BOOL_ERR = 0x0205;
    static final int STRING = 0x0207;
    static final int ROW = 0x0208;
    static final int ARRAY = 0x0221;
    static final int TABLE = 0x0236;
    static final int RK = 0x027E;
    static final int FORMULA = 0x0006;
    static final int FORMAT = 0x041E;
    static final int SHARED_FORMULA = 0x04BC;
    static final int BOF = 0x0809;
    static final int DATA_CONNECTION = 0x0876;

    private Sid() {}
}
