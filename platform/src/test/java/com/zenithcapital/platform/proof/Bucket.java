package com.zenithcapital.platform.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An S3 bucket's contents, listed over HTTP: what is stored, and which multipart uploads were begun and never ended.
 *
 * @param endpoint the server, without the bucket's name (path style)
 */
public record Bucket(URI endpoint, String name, S3Signature signature) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final XMLInputFactory XML = xml();

    /** The keys of all objects. */
    public List<String> objects() {
        return list(Map.of("list-type", "2"), "Contents", "NextContinuationToken", "continuation-token");
    }

    /** The keys of multipart uploads that were begun, and neither completed nor aborted. */
    public List<String> openUploads() {
        return list(Map.of("uploads", ""), "Upload", "NextKeyMarker", "key-marker");
    }

    private List<String> list(Map<String, String> query, String entry, String next, String resume) {
        List<String> keys = new ArrayList<>();
        SortedMap<String, String> page = new TreeMap<>(query);
        while (true) {
            Listing listing = Listing.parse(get(page), entry, next);
            keys.addAll(listing.keys());
            if (listing.next().isEmpty()) {
                return keys;
            }
            page.put(resume, listing.next());
        }
    }

    private String get(SortedMap<String, String> query) {
        String path = "/" + name;
        StringBuilder target = new StringBuilder(path);
        query.forEach((key, value) -> target.append(target.length() == path.length() ? '?' : '&')
                .append(encoded(key))
                .append('=')
                .append(encoded(value)));
        URI uri = endpoint.resolve(target.toString());
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30));
        signature.headers(Clock.systemUTC().instant(), uri).forEach(request::header);
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(
                        "%s answered %d: %s".formatted(uri, answer.statusCode(), answer.body()));
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException("No answer from " + uri, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while listing " + name, e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    /** One page: the keys in it, and where the next one begins, or nothing. */
    private record Listing(List<String> keys, String next) {

        static Listing parse(String xml, String entry, String nextElement) {
            List<String> keys = new ArrayList<>();
            String next = "";
            boolean within = false;
            try {
                XMLStreamReader reader = XML.createXMLStreamReader(new StringReader(xml));
                while (reader.hasNext()) {
                    int event = reader.next();
                    if (event == XMLStreamReader.START_ELEMENT
                            && reader.getLocalName().equals(entry)) {
                        within = true;
                    } else if (event == XMLStreamReader.END_ELEMENT
                            && reader.getLocalName().equals(entry)) {
                        within = false;
                    } else if (event == XMLStreamReader.START_ELEMENT
                            && within
                            && reader.getLocalName().equals("Key")) {
                        keys.add(reader.getElementText());
                    } else if (event == XMLStreamReader.START_ELEMENT
                            && reader.getLocalName().equals(nextElement)) {
                        next = reader.getElementText();
                    }
                }
            } catch (XMLStreamException e) {
                throw new IllegalStateException("Not a listing: " + xml, e);
            }
            return new Listing(keys, next);
        }
    }

    private static XMLInputFactory xml() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        return factory;
    }
}
