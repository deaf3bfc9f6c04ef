package dev.hauberk.servlet.harness;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;

/** A servlet container in this process, on a free port of 127.0.0.1. */
public enum Container {
    TOMCAT {
        @Override
        public Served start(Consumer<ServletContext> application, Consumer<Object> server) {
            return new TomcatServed(application, server);
        }
    },
    JETTY {
        @Override
        public Served start(Consumer<ServletContext> application, Consumer<Object> server) {
            return new JettyServed(application, server);
        }
    };

    /**
     * Starts it.
     *
     * @param application registers filters and servlets
     * @param server sees the {@code Tomcat} or the Jetty {@code Server} before it starts
     */
    public abstract Served start(Consumer<ServletContext> application, Consumer<Object> server);

    /** Starts it as it comes. */
    public Served start(Consumer<ServletContext> application) {
        return start(application, server -> {});
    }

    /** Starts it with filters, in their order, for all dispatcher types, and a servlet for every path. */
    public Served start(List<? extends Filter> filters, Servlet servlet) {
        return start(context -> register(context, filters, servlet));
    }

    /** Registers filters in their order, for all dispatcher types, and a servlet for every path. */
    public static void register(ServletContext context, List<? extends Filter> filters, Servlet servlet) {
        for (int i = 0; i < filters.size(); i++) {
            var filter = context.addFilter("filter" + i, filters.get(i));
            filter.setAsyncSupported(true);
            filter.addMappingForUrlPatterns(
                    EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR), true, "/*");
        }
        ServletRegistration.Dynamic registered = context.addServlet("application", servlet);
        registered.setAsyncSupported(true);
        registered.addMapping("/");
    }
}
