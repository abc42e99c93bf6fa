package com.zenithcapital.gateway.limit;

import io.vertx.core.Future;

/**
 * Where callers' budgets are kept: in this process, or with other gateways in one place. It never fails: a store that cannot
 * be reached decides by what it has here.
 */
interface BucketStore {

    /**
     * Takes something from a caller's budget, if anything is left in it, and though it be less: an overdrawn budget gives nothing
     * until it has refilled. Of all that ask at once only as many are granted as there is something for.
     *
     * @param policy whose; one that differs from the caller's last changes the budget's size and speed, and adds nothing to it
     * @param amount how much; none asks whether there is any
     */
    Future<Draw> take(Caller caller, Policy policy, long amount);

    /**
     * Puts right what was taken.
     *
     * @param amount how much more it was, whether there is any or not; below zero is given back
     */
    void settle(Caller caller, Policy policy, long amount);
}
