package com.zenithcapital.modelfile.upload;

import static com.zenithcapital.modelfile.upload.UploadProblem.MALFORMED_FORM;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.zenithcapital.platform.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
            Map<String, String> disposition = disposition(input.readHeaders());
            if (FIELD.equals(disposition.get("name"))) {
                @Nullable String filename = disposition.get("filename");
                return new IncomingFile(
                        input.newInputStream(), type -> Filename.ofPart(filename, type), this::readToEnd);
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

    private static Map<String, String> disposition(String headers) {
        return headers.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-disposition:"))
                .findFirst()
                .map(Form::parameters)
                .orElse(Map.of());
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
