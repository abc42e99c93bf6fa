package com.zenithcapital.modelfile.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.zenithcapital.platform.proof.Mailbox;
import com.zenithcapital.platform.testing.MailResource;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/** What ana's mail program shows. */
public final class Mails {

    private Mails() {}

    /** A mail as its reader sees it, and the id by which a repeat is recognised. */
    public record Received(String to, String subject, String messageId, String job, String text, String html) {}

    /** The mails about a job, oldest first. */
    public static List<Received> about(String job) {
        URI rest = URI.create(MailResource.part().managementUrl().orElseThrow());
        return new Mailbox(rest, "ana@zenith.example")
                .mails().stream()
                        .map(mail -> read(mail.mime()))
                        .filter(mail -> mail.job().equals(job))
                        .toList();
    }

    private static Received read(String mime) {
        try {
            MimeMessage message = new MimeMessage(
                    Session.getInstance(new Properties()), new ByteArrayInputStream(mime.getBytes(ISO_8859_1)));
            return new Received(
                    message.getRecipients(Message.RecipientType.TO)[0].toString(),
                    message.getSubject(),
                    message.getMessageID(),
                    Objects.requireNonNullElse(message.getHeader("X-Zenith-Job", null), ""),
                    part(message.getContent(), "text/plain"),
                    part(message.getContent(), "text/html"));
        } catch (MessagingException e) {
            throw new IllegalStateException("Not a mail: " + mime, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String part(Object content, String type) throws MessagingException, IOException {
        if (content instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart part = parts.getBodyPart(i);
                if (part.isMimeType(type)) {
                    return part.getContent().toString();
                }
                String nested = part(part.getContent(), type);
                if (!nested.isEmpty()) {
                    return nested;
                }
            }
        }
        return "";
    }
}
