package com.zenithcapital.modelfile.upload;

import com.zenithcapital.platform.problem.Problem;

/** What can be wrong with an upload, beside what can be wrong with any request. */
public enum UploadProblem implements Problem {
    EMPTY_UPLOAD("empty-upload", 400, "Empty upload"),
    MALFORMED_FORM("malformed-form", 400, "Malformed form"),
    UPLOAD_INTERRUPTED("upload-interrupted", 400, "Upload interrupted"),
    DIGEST_MISMATCH("digest-mismatch", 400, "Digest mismatch"),
    KEY_REUSED("idempotency-key-reused", 422, "Idempotency-Key reused"),
    NOT_A_WORKBOOK("not-a-workbook", 422, "Not a workbook");

    private final String slug;
    private final int status;
    private final String title;

    UploadProblem(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
