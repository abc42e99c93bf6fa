package com.zenithcapital.platform.problem;

/** The problems that every service may answer with. */
public enum CommonProblem implements Problem {
    INVALID_REQUEST("invalid-request", 400, "Invalid request"),
    MALFORMED_JSON("malformed-json", 400, "Malformed JSON"),
    INVALID_CURSOR("invalid-cursor", 400, "Invalid cursor"),
    UNAUTHENTICATED("unauthenticated", 401, "Not signed in"),
    FORBIDDEN("forbidden", 403, "Not allowed"),
    NOT_FOUND("not-found", 404, "Not found"),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "Method not allowed"),
    NOT_ACCEPTABLE("not-acceptable", 406, "Not acceptable"),
    REQUEST_TIMEOUT("request-timeout", 408, "Request timeout"),
    CONFLICT("conflict", 409, "Conflict"),
    GONE("gone", 410, "Gone"),
    LENGTH_REQUIRED("length-required", 411, "Length required"),
    PRECONDITION_FAILED("precondition-failed", 412, "Precondition failed"),
    PAYLOAD_TOO_LARGE("payload-too-large", 413, "Payload too large"),
    URI_TOO_LONG("uri-too-long", 414, "URI too long"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "Unsupported media type"),
    RANGE_NOT_SATISFIABLE("range-not-satisfiable", 416, "Range not satisfiable"),
    PRECONDITION_REQUIRED("precondition-required", 428, "Precondition required"),
    TOO_MANY_REQUESTS("too-many-requests", 429, "Too many requests"),
    HEADERS_TOO_LARGE("headers-too-large", 431, "Request header fields too large"),
    INTERNAL("internal-error", 500, "Internal error"),
    NOT_IMPLEMENTED("not-implemented", 501, "Not implemented"),
    BAD_GATEWAY("bad-gateway", 502, "Bad gateway"),
    UNAVAILABLE("unavailable", 503, "Unavailable"),
    UPSTREAM_TIMEOUT("upstream-timeout", 504, "Upstream timeout"),
    INSUFFICIENT_STORAGE("insufficient-storage", 507, "Insufficient storage");

    private final String slug;
    private final int status;
    private final String title;

    CommonProblem(String slug, int status, String title) {
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
