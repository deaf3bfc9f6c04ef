package dev.hauberk.servlet.tomcat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.InputStream;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * Waits for no body that nobody read. Once a request is answered Tomcat reads what is left of its body, so that the connection can go
 * on, and a client that sends an octet now and then holds the thread for ever: whoever it is, and whatever was answered. Here what
 * has come is thrown away, and where more would follow, the answer is completed and the connection ends.
 */
final class UnreadBodyValve extends ValveBase {
    private static final long MOST = 16L * 1024 * 1024;

    UnreadBodyValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        // Asynchronous work may still read it.
        if (!request.isAsync() && !isConsumed(request)) {
            response.finishResponse();
            response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
        }
    }

    private static boolean isConsumed(Request request) {
        org.apache.coyote.Request body = request.getCoyoteRequest();
        try {
            InputStream in = request.getStream();
            byte[] away = new byte[8_192];
            long drained = 0;
            while (!body.isFinished() && drained < MOST && in.available() > 0) {
                drained += Math.max(0, in.read(away, 0, Math.min(away.length, in.available())));
            }
            return body.isFinished();
        } catch (IOException | RuntimeException e) {
            // Framed wrongly, or gone: there is no next request on this connection.
            return false;
        }
    }
}
