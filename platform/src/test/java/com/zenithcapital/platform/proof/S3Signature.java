package com.zenithcapital.platform.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * AWS Signature Version 4 of a GET without a body, so that looking into a bucket needs no SDK. See "Authenticating
 * Requests: Using the Authorization Header" in Amazon's S3 API reference; the test holds its worked example.
 */
public record S3Signature(String accessKey, String secretKey, String region) {

    private static final HexFormat HEX = HexFormat.of();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneOffset.UTC);
    private static final String NO_BODY = HEX.formatHex(sha256(""));
    private static final String SIGNED_HEADERS = "host;x-amz-content-sha256;x-amz-date";

    /** The headers that a GET of this address needs. Its query must be encoded and sorted already. */
    Map<String, String> headers(Instant now, URI uri) {
        String time = TIME.format(now);
        String scope = "%s/%s/s3/aws4_request".formatted(DAY.format(now), region);
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        String canonical = String.join(
                "\n",
                "GET",
                uri.getRawPath(),
                query,
                "host:" + uri.getRawAuthority(),
                "x-amz-content-sha256:" + NO_BODY,
                "x-amz-date:" + time,
                "",
                SIGNED_HEADERS,
                NO_BODY);
        String toSign = String.join("\n", "AWS4-HMAC-SHA256", time, scope, HEX.formatHex(sha256(canonical)));
        String authorization = "AWS4-HMAC-SHA256 Credential=%s/%s,SignedHeaders=%s,Signature=%s"
                .formatted(accessKey, scope, SIGNED_HEADERS, HEX.formatHex(hmac(signingKey(now), toSign)));
        return Map.of("x-amz-content-sha256", NO_BODY, "x-amz-date", time, "Authorization", authorization);
    }

    private byte[] signingKey(Instant now) {
        byte[] day = hmac(("AWS4" + secretKey).getBytes(UTF_8), DAY.format(now));
        return hmac(hmac(hmac(day, region), "s3"), "aws4_request");
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "S3Signature[%s in %s]".formatted(accessKey, region);
    }
}
