package com.zenithcapital.modelfile.upload.resumable;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;

/** Every answer says which version of tus it is of, the refusals too; who asked for another one is told which there are. */
@Tus
@Provider
class TusVersion implements ContainerResponseFilter {

    private static final int PRECONDITION_FAILED = 412;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.putSingle(Tus.RESUMABLE, Tus.VERSION);
        if (response.getStatus() == PRECONDITION_FAILED) {
            headers.putSingle("Tus-Version", Tus.VERSION);
        }
    }
}
