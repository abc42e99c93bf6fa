package com.zenithcapital.analytics.question;

/** What the contract says in more than one place. */
public final class Contract {

    public static final String COUNTED =
            "From roll-ups alone. Visitors are a sum of daily uniques: `uniques` says how exact."
                    + " One filter may be given.";

    public static final String REFUSED =
            "invalid-request: a parameter is wrong, unknown, or there twice; `errors` names it."
                    + " unsupported-filter: no roll-up holds this combination; the detail says which there are.";

    private Contract() {}
}
