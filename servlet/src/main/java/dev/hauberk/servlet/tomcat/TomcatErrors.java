package dev.hauberk.servlet.tomcat;

import dev.hauberk.servlet.headers.ResponseHeaders;
import org.apache.catalina.Engine;
import org.apache.catalina.Host;
import org.apache.catalina.Pipeline;
import org.apache.catalina.Valve;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;

/**
 * Puts the policy's headers and the problem body on what Tomcat answers by itself (HTTP-1): a bad request line, a path that it refuses,
 * a method that it refuses, and every error without a page. Ends the connection of a body that nobody read and that has not come yet. Not guaranteed: a connection that Tomcat ends without any answer.
 */
public final class TomcatErrors {
    private TomcatErrors() {}

    /**
     * Replaces the error report of a host, and heads what its connectors answer by themselves. Called before Tomcat starts, once its connectors
     * are there, and after anything else that adds an error report.
     */
    public static void install(Host host, ResponseHeaders headers) {
        Pipeline pipeline = host.getPipeline();
        for (Valve valve : pipeline.getValves()) {
            if (valve instanceof ErrorReportValve || valve instanceof UnreadBodyValve) {
                pipeline.removeValve(valve);
            }
        }
        pipeline.addValve(new UnreadBodyValve());
        pipeline.addValve(new ProblemValve(headers));
        if (host.getParent() instanceof Engine engine && engine.getService() != null) {
            for (Connector connector : engine.getService().findConnectors()) {
                HeadedAdapter.install(connector, headers);
            }
        }
        if (host instanceof StandardHost standard) {
            // Tomcat adds a valve of this class where its pipeline has none, and ours is there.
            standard.setErrorReportValveClass(ProblemValve.class.getName());
        }
    }

    /** Refuses TRACE, and says neither the product nor its version. */
    public static void harden(Connector connector) {
        connector.setAllowTrace(false);
        connector.setXpoweredBy(false);
    }
}
