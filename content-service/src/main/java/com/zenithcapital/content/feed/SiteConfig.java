package com.zenithcapital.content.feed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.net.URI;

/** Where readers find the site. */
@ConfigMapping(prefix = "zenith.content")
public interface SiteConfig {

    /**
     * The site's address, without a slash at its end. With a wrong one, feed readers and search engines are led to
     * somebody else's site.
     */
    @WithDefault("http://127.0.0.1:8080")
    @Pattern(regexp = "https?://[^/\\s]+(/[^\\s?#]*[^/\\s?#])?")
    String publicUrl();

    /** The path of an insight's page on the site; {@code {slug}} stands for its own part. */
    @WithDefault("/insights/{slug}")
    @Pattern(regexp = "/[^\\s]*\\{slug}[^\\s]*")
    String pagePath();

    /**
     * How many addresses a sitemap has, 50,000 at most (sitemaps.org); with more than that there is an index of
     * several.
     */
    @WithDefault("50000")
    @Min(1)
    @Max(50_000)
    int sitemapUrls();

    default URI page(String slug) {
        return URI.create(publicUrl() + pagePath().replace("{slug}", slug));
    }

    /** @param path of this service's, through the gateway */
    default URI address(String path) {
        return URI.create(publicUrl() + path);
    }
}
