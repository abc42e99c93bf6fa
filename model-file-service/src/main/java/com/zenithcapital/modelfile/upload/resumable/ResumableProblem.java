package com.zenithcapital.modelfile.upload.resumable;

import com.zenithcapital.platform.problem.Problem;

/** What can be wrong with a resumable upload. The statuses are those of tus 1.0; 460 is its own. */
enum ResumableProblem implements Problem {
    OFFSET_MISMATCH("upload-offset-mismatch", 409, "Upload offset mismatch"),
    UPLOAD_COMPLETE("upload-complete", 409, "Upload complete"),
    UPLOAD_EXPIRED("upload-expired", 410, "Upload expired"),
    TUS_VERSION("tus-version-not-supported", 412, "Version of tus not supported"),
    TAKEN_OVER("upload-taken-over", 423, "Upload taken over"),
    CHECKSUM_MISMATCH("checksum-mismatch", 460, "Checksum mismatch");

    private final String slug;
    private final int status;
    private final String title;

    ResumableProblem(String slug, int status, String title) {
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
