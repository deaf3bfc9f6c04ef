package dev.hauberk.servlet.tomcat;

import dev.hauberk.servlet.headers.ResponseHeaders;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.Adapter;
import org.apache.coyote.ProtocolHandler;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.SocketEvent;

/** Tomcat answers {@code OPTIONS *} in its adapter, before every valve and every filter: the policy's headers are put on it here. */
final class HeadedAdapter implements Adapter {
    private final Adapter adapter;
    private final ResponseHeaders headers;

    private HeadedAdapter(Adapter adapter, ResponseHeaders headers) {
        this.adapter = adapter;
        this.headers = headers;
    }

    /** Stands before a connector's adapter, which is there once the connector is initialised. */
    static void install(Connector connector, ResponseHeaders headers) {
        connector.addLifecycleListener(event -> {
            if (event.getType().equals(Lifecycle.AFTER_INIT_EVENT)) {
                ProtocolHandler protocol = connector.getProtocolHandler();
                protocol.setAdapter(new HeadedAdapter(protocol.getAdapter(), headers));
            }
        });
    }

    @Override
    public void service(Request request, Response response) throws Exception {
        if (request.requestURI().equals("*")) {
            headers.of("").writeTo(response::setHeader);
        }
        adapter.service(request, response);
    }

    @Override
    public boolean prepare(Request request, Response response) throws Exception {
        return adapter.prepare(request, response);
    }

    @Override
    public boolean asyncDispatch(Request request, Response response, SocketEvent event) throws Exception {
        return adapter.asyncDispatch(request, response, event);
    }

    @Override
    public void log(Request request, Response response, long time) {
        adapter.log(request, response, time);
    }

    @Override
    public void checkRecycled(Request request, Response response) {
        adapter.checkRecycled(request, response);
    }

    @Override
    public String getDomain() {
        return adapter.getDomain();
    }
}
