package com.zenithcapital.modelfile.upload.resumable;

import static com.zenithcapital.modelfile.testing.Api.ana;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.zenithcapital.modelfile.testing.RawRequest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.Base64;

/** Resumable uploads as ana's program sends them. */
final class TusApi {

    static final String UPLOADS = "/api/v1/admin/uploads";
    static final String BYTES = "application/offset+octet-stream";

    private TusApi() {}

    static RequestSpecification tus() {
        return tus(ana());
    }

    static RequestSpecification tus(RequestSpecification caller) {
        return caller.header("Tus-Resumable", "1.0.0");
    }

    static String metadata(String model, String filename) {
        return "modelId %s,filename %s".formatted(base64(model), base64(filename));
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    /** The path of a new upload. */
    static String create(String model, long length) {
        return tus().header("Upload-Length", length)
                .header("Upload-Metadata", metadata(model, "model.xlsx"))
                .post(UPLOADS)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
    }

    static Response patch(String upload, long offset, byte[] bytes) {
        return tus().contentType(BYTES)
                .header("Upload-Offset", offset)
                .body(bytes)
                .patch(upload);
    }

    static long offset(String upload) {
        return Long.parseLong(
                tus().head(upload).then().statusCode(200).extract().header("Upload-Offset"));
    }

    /** Begins a request that goes on with an upload, byte by byte. */
    static RawRequest begin(String upload, long offset, long length) throws IOException {
        return RawRequest.to(
                "PATCH " + upload,
                "Content-Type: " + BYTES,
                "Tus-Resumable: 1.0.0",
                "Upload-Offset: " + offset,
                "Content-Length: " + length);
    }
}
