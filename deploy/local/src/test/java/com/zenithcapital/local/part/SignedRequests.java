package com.zenithcapital.local.part;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Requests with an AWS signature, version 4, of the plainest kind: no query, two signed headers beside the host. */
final class SignedRequests {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String SCOPE = "/us-east-1/s3/aws4_request";
    private static final String SIGNED = "host;x-amz-content-sha256;x-amz-date";

    private final String endpoint;
    private final S3Key key;

    SignedRequests(String endpoint, S3Key key) {
        this.endpoint = endpoint;
        this.key = key;
    }

    HttpResponse<String> put(String path, String text) throws Exception {
        return send("PUT", path, text);
    }

    HttpResponse<String> get(String path) throws Exception {
        return send("GET", path, "");
    }

    private HttpResponse<String> send(String method, String path, String text) throws Exception {
        URI uri = URI.create(endpoint + path);
        String time = TIME.format(Instant.now());
        String day = time.substring(0, 8);
        String digest = sha256(text);
        String canonical = method + "\n" + path + "\n\nhost:" + uri.getAuthority() + "\nx-amz-content-sha256:" + digest
                + "\nx-amz-date:" + time + "\n\n" + SIGNED + "\n" + digest;
        String toSign = "AWS4-HMAC-SHA256\n" + time + "\n" + day + SCOPE + "\n" + sha256(canonical);
        byte[] signing = bytes("AWS4" + key.secret());
        for (String step : (day + SCOPE).split("/")) {
            signing = hmac(signing, step);
        }
        String authorization = "AWS4-HMAC-SHA256 Credential=" + key.id() + "/" + day + SCOPE + ", SignedHeaders="
                + SIGNED + ", Signature=" + HexFormat.of().formatHex(hmac(signing, toSign));
        HttpRequest request = HttpRequest.newBuilder(uri)
                .method(method, HttpRequest.BodyPublishers.ofString(text))
                .header("x-amz-date", time)
                .header("x-amz-content-sha256", digest)
                .header("Authorization", authorization)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private static String sha256(String text) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(text)));
    }

    private static byte[] hmac(byte[] secret, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        return mac.doFinal(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
