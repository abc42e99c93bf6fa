package com.zenithcapital.system;

import com.zenithcapital.system.ModelDesk.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A workbook that nobody else uploads, the model it is for, and the ways to send it byte by byte; all of them ana's. */
record LonelyUpload(Zenith zenith, Model model, Path workbook) {

    byte[] bytes() throws IOException {
        return Files.readAllBytes(workbook);
    }

    RawUpload plain() throws IOException {
        return RawUpload.ofLength(zenith.gateway(), model.versions(), zenith.token("ana"), Files.size(workbook));
    }

    RawUpload chunk(String path, long offset, long length) {
        return RawUpload.ofChunk(zenith.gateway(), path, zenith.token("ana"), offset, length);
    }
}
