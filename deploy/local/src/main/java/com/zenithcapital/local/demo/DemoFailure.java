package com.zenithcapital.local.demo;

/** A step of the demo did not go as it must. The message is a sentence for whoever watches. */
final class DemoFailure extends RuntimeException {

    DemoFailure(String message) {
        super(message);
    }
}
