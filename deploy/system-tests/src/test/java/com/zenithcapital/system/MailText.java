package com.zenithcapital.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.zenithcapital.platform.proof.Mailbox;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.Properties;

/** A mail as its reader sees it: the plain text and the HTML, decoded. */
record MailText(String subject, String from, String plain, String html) {

    static MailText of(Mailbox.Mail mail) {
        try {
            MimeMessage message = new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(mail.mime().getBytes(ISO_8859_1)));
            return new MailText(
                    message.getSubject(),
                    message.getFrom()[0].toString(),
                    find(message, "text/plain").orElse(""),
                    find(message, "text/html").orElse(""));
        } catch (MessagingException | IOException e) {
            throw new AssertionError("Not a mail: " + mail.mime(), e);
        }
    }

    private static Optional<String> find(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return Optional.of(part.getContent().toString());
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                Optional<String> found = find(parts.getBodyPart(i), type);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
