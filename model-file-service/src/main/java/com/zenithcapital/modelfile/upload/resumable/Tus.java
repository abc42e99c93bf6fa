package com.zenithcapital.modelfile.upload.resumable;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks what speaks tus: its answers carry the protocol's version, and its requests must. */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@interface Tus {

    String VERSION = "1.0.0";
    String RESUMABLE = "Tus-Resumable";
}
