/** The assembled whole, for any servlet container. */
module dev.hauberk.servlet {
    requires transitive dev.hauberk.identity;
    requires transitive jakarta.servlet;
    requires tools.jackson.databind;
    requires static org.eclipse.jetty.server;
    requires static org.eclipse.jetty.ee11.servlet;
}
