package dev.hauberk.servlet.harness;

import jakarta.servlet.ServletContext;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;

/** An embedded Tomcat. */
final class TomcatServed implements Served {
    private final Tomcat tomcat = new Tomcat();

    TomcatServed(Consumer<ServletContext> application, Consumer<Object> server) {
        try {
            File base = Files.createTempDirectory("hauberk-tomcat").toFile();
            base.deleteOnExit();
            tomcat.setBaseDir(base.getPath());
            tomcat.setHostname("127.0.0.1");
            tomcat.setPort(0);
            tomcat.getConnector().setProperty("address", "127.0.0.1");
            Context context = tomcat.addContext("", base.getPath());
            context.addServletContainerInitializer((classes, started) -> application.accept(started), Set.of());
            server.accept(tomcat);
            tomcat.start();
            if (!context.getState().isAvailable()) {
                close();
                throw new IllegalStateException("the application does not start");
            }
        } catch (LifecycleException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int port() {
        return tomcat.getConnector().getLocalPort();
    }

    @Override
    public void close() {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            throw new IllegalStateException(e);
        }
    }
}
