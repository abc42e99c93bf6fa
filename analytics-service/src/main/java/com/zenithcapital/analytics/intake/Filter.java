package com.zenithcapital.analytics.intake;

/** Why accepted events are not counted; the first that applies, in this order. */
enum Filter {
    PRIVACY_SIGNAL("privacy-signal"),
    BOT_USER_AGENT("bot-user-agent"),
    DATA_CENTRE("data-centre"),
    BEHAVIOUR("behaviour");

    private final String slug;

    Filter(String slug) {
        this.slug = slug;
    }

    String slug() {
        return slug;
    }
}
