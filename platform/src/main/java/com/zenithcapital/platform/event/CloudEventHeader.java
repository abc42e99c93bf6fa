package com.zenithcapital.platform.event;

/** The Kafka headers of an event: CloudEvents 1.0, binary mode, with the W3C trace context beside them. */
public final class CloudEventHeader {

    public static final String SPEC_VERSION = "ce_specversion";
    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    public static final String SOURCE = "ce_source";
    public static final String TIME = "ce_time";
    public static final String SUBJECT = "ce_subject";
    public static final String CONTENT_TYPE = "content-type";
    public static final String TRACE_PARENT = "traceparent";

    private CloudEventHeader() {}
}
