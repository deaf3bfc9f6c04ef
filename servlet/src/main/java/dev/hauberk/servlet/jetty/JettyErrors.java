package dev.hauberk.servlet.jetty;

import dev.hauberk.servlet.headers.ResponseHeaders;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;

/**
 * Puts the policy's headers and the problem body on what Jetty answers by itself (HTTP-1): a bad request line, a path that it refuses,
 * a path outside every context, and every error without a page; and refuses TRACE. Not guaranteed: a connection that Jetty ends without
 * any answer.
 */
public final class JettyErrors {
    private JettyErrors() {}

    /**
     * Replaces the error handlers of a server and of the servlet contexts that it has. Called before the server starts, when its connectors
     * and contexts are there. Error pages that a context declares must be declared after.
     */
    public static void install(Server server, ResponseHeaders headers) {
        server.setErrorHandler(new ServerProblems(headers));
        server.getDescendants(ServletContextHandler.class)
                .forEach(context -> context.setErrorHandler(new ContextProblems(headers)));
        for (Connector connector : server.getConnectors()) {
            connector.getConnectionFactories().stream()
                    .filter(HttpConfiguration.ConnectionFactory.class::isInstance)
                    .map(HttpConfiguration.ConnectionFactory.class::cast)
                    .forEach(http -> harden(http.getHttpConfiguration()));
        }
    }

    private static void harden(HttpConfiguration configuration) {
        configuration.setSendServerVersion(false);
        configuration.addCustomizer((request, responseHeaders) -> {
            if (request.getMethod().equals("TRACE")) {
                throw new HttpException.RuntimeException(HttpStatus.METHOD_NOT_ALLOWED_405);
            }
            return request;
        });
    }
}
