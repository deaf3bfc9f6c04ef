/** The assembled whole, for any servlet container. */
module dev.hauberk.servlet {
    requires transitive dev.hauberk.identity;
    requires transitive jakarta.servlet;
    requires org.slf4j;
    requires tools.jackson.databind;
    requires static org.eclipse.jetty.http;
    requires static org.eclipse.jetty.server;
    requires static org.eclipse.jetty.util;
    requires static org.eclipse.jetty.ee11.servlet;

    exports dev.hauberk.servlet;
    exports dev.hauberk.servlet.access;
    exports dev.hauberk.servlet.address;
    exports dev.hauberk.servlet.auth;
    exports dev.hauberk.servlet.contact;
    exports dev.hauberk.servlet.endpoint;
    exports dev.hauberk.servlet.exchange;
    exports dev.hauberk.servlet.headers;
    exports dev.hauberk.servlet.input;
    exports dev.hauberk.servlet.jetty;
    exports dev.hauberk.servlet.limit;
    exports dev.hauberk.servlet.log;
    exports dev.hauberk.servlet.origin;
    exports dev.hauberk.servlet.path;
    exports dev.hauberk.servlet.problem;
    exports dev.hauberk.servlet.strip;
    exports dev.hauberk.servlet.step;
    exports dev.hauberk.servlet.tomcat;
}
