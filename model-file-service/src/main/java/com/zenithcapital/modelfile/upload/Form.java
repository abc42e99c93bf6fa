package com.zenithcapital.modelfile.upload;

import static com.zenithcapital.modelfile.upload.UploadProblem.MALFORMED_FORM;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.zenithcapital.modelfile.http.DigestField;
import com.zenithcapital.platform.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.apache.commons.fileupload2.core.ParameterParser;
import org.jspecify.annotations.Nullable;

/**
 * A {@code multipart/form-data} body (RFC 7578), read as the stream it is: nothing of it is kept. The first part named
 * {@code file} is the workbook; other parts are read past.
 */
final class Form {

    static final String FIELD = "file";

    private static final int LONGEST_HEADERS = 4_096;
    private static final int BUFFER = 16 * 1024;

    private final MultipartInput input;

    private Form(MultipartInput input) {
        this.input = input;
    }

    /** The file in a form; the part's bytes end where its boundary begins. */
    static IncomingFile open(String contentType, InputStream body) throws IOException {
        try {
            return new Form(input(contentType, body)).find();
        } catch (FileUploadException e) {
            throw malformed(e);
        }
    }

    private IncomingFile find() throws IOException {
        boolean more = input.skipPreamble();
        while (more) {
            String headers = input.readHeaders();
            Map<String, String> disposition =
                    header(headers, "Content-Disposition").map(Form::parameters).orElse(Map.of());
            if (FIELD.equals(disposition.get("name"))) {
                @Nullable String filename = disposition.get("filename");
                DigestedBody bytes = new DigestedBody(input.newInputStream(), digests(headers));
                return new IncomingFile(bytes, type -> Filename.ofPart(filename, type), bytes::checkAll)
                        .endingWith(this::readToEnd);
            }
            input.discardBodyData();
            more = input.readBoundary();
        }
        throw MALFORMED_FORM.because("The form has no part named %s.".formatted(FIELD));
    }

    /** A form without its closing boundary was cut off, and so perhaps was the file. */
    private void readToEnd() throws IOException {
        try {
            while (input.readBoundary()) {
                input.readHeaders();
                input.discardBodyData();
            }
        } catch (FileUploadException e) {
            throw malformed(e);
        }
    }

    private static MultipartInput input(String contentType, InputStream body) throws IOException {
        String boundary = Optional.ofNullable(parameters(contentType).get("boundary"))
                .orElseThrow(() -> MALFORMED_FORM.because("The Content-Type names no boundary."));
        try {
            MultipartInput input = MultipartInput.builder()
                    .setInputStream(body)
                    .setBoundary(boundary.getBytes(ISO_8859_1))
                    .setBufferSize(BUFFER)
                    .setMaxPartHeaderSize(LONGEST_HEADERS)
                    .get();
            input.setHeaderCharset(UTF_8);
            return input;
        } catch (IllegalArgumentException e) {
            throw malformed(e);
        }
    }

    /** What a part says of its own bytes, as a request may of its body. */
    private static List<DigestField> digests(String headers) {
        return Stream.of(DigestField.CONTENT_DIGEST, DigestField.REPR_DIGEST)
                .flatMap(name -> DigestField.parse(name, header(headers, name).orElse(null)).stream())
                .toList();
    }

    private static Optional<String> header(String headers, String name) {
        String start = name.toLowerCase(Locale.ROOT) + ":";
        return headers.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .reduce((one, other) -> one + ", " + other);
    }

    private static Map<String, String> parameters(String header) {
        ParameterParser parser = new ParameterParser();
        parser.setLowerCaseNames(true);
        return parser.parse(header, ';');
    }

    private static ProblemException malformed(Exception cause) {
        return MALFORMED_FORM
                .because("The form cannot be read to its end: it was cut off, or its boundaries are not right.")
                .causedBy(cause);
    }
}
