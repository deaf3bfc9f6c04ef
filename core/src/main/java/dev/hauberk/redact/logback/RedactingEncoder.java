package dev.hauberk.redact.logback;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.EncoderBase;
import ch.qos.logback.core.spi.AppenderAttachable;
import dev.hauberk.redact.Redactor;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Redacts what another encoder makes of an event (PII-1), after formatting: message, arguments, exception, context, names of
 * loggers and threads. Each event becomes one line: line breaks within it, a stack trace's too, are written as {@code \n}, so that nothing
 * logged can pretend to be a line of its own.
 *
 * <p>In Logback's file the other encoder is nested: <pre>{@code
 * <encoder class="dev.hauberk.redact.logback.RedactingEncoder">
 *   <encoder class="ch.qos.logback.classic.encoder.PatternLayoutEncoder"><pattern>%d %-5level %logger - %msg</pattern></encoder>
 * </encoder>
 * }</pre> In Java, {@link #wrapAll} does it for every appender that there is.
 *
 * <p>The other encoder writes UTF-8, which is Logback's default for its own. Thread-safe as far as the other encoder is.
 */
public final class RedactingEncoder extends EncoderBase<ILoggingEvent> {
    private Redactor redactor = Redactor.standard();
    private @Nullable Encoder<ILoggingEvent> encoder;

    /** An encoder that masks every kind; Logback's configuration sets the other one. */
    public RedactingEncoder() {}

    /** An encoder that masks what a redactor masks. */
    public RedactingEncoder(Redactor redactor, Encoder<ILoggingEvent> encoder) {
        this.redactor = redactor;
        this.encoder = encoder;
    }

    /**
     * Puts a redacting encoder around that of every appender of a context which writes to a stream: console, file, rolling file,
     * and those to which an asynchronous one hands on. Appenders without an encoder are left alone, and so are those that a sifting
     * one makes later. Those that have a redacting one already take the redactor given here.
     */
    public static void wrapAll(LoggerContext context, Redactor redactor) {
        Set<Appender<ILoggingEvent>> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Logger logger : context.getLoggerList()) {
            wrapAll(context, redactor, logger, seen);
        }
    }

    private static void wrapAll(
            LoggerContext context,
            Redactor redactor,
            AppenderAttachable<ILoggingEvent> holder,
            Set<Appender<ILoggingEvent>> seen) {
        Iterator<Appender<ILoggingEvent>> appenders = holder.iteratorForAppenders();
        while (appenders.hasNext()) {
            Appender<ILoggingEvent> appender = appenders.next();
            if (!seen.add(appender)) {
                continue;
            }
            if (appender instanceof OutputStreamAppender<ILoggingEvent> writes) {
                wrap(context, redactor, writes);
            } else if (appender instanceof AppenderAttachable<?>) {
                @SuppressWarnings("unchecked") // An appender of events hands on to appenders of events.
                AppenderAttachable<ILoggingEvent> further = (AppenderAttachable<ILoggingEvent>) appender;
                wrapAll(context, redactor, further, seen);
            }
        }
    }

    private static void wrap(LoggerContext context, Redactor redactor, OutputStreamAppender<ILoggingEvent> appender) {
        @Nullable Encoder<ILoggingEvent> present = appender.getEncoder();
        if (present == null) {
            return;
        }
        Encoder<ILoggingEvent> inner =
                present instanceof RedactingEncoder wrapped && wrapped.encoder != null ? wrapped.encoder : present;
        RedactingEncoder redacting = new RedactingEncoder(redactor, inner);
        redacting.setContext(context);
        redacting.started = true;
        appender.setEncoder(redacting);
    }

    /** Sets the encoder whose output is redacted. For Logback's configuration. */
    public void setEncoder(Encoder<ILoggingEvent> encoder) {
        this.encoder = encoder;
    }

    @Override
    public void start() {
        if (encoder == null) {
            addError("a redacting encoder needs another encoder within it");
            return;
        }
        if (!encoder.isStarted()) {
            encoder.setContext(getContext());
            encoder.start();
        }
        super.start();
    }

    @Override
    public byte[] headerBytes() {
        return encoder == null ? new byte[0] : orEmpty(encoder.headerBytes());
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        if (encoder == null) {
            return new byte[0];
        }
        String formatted = new String(orEmpty(encoder.encode(event)), StandardCharsets.UTF_8);
        String line = redactor.redact(OneLine.of(formatted.stripTrailing()));
        return (line + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] footerBytes() {
        return encoder == null ? new byte[0] : orEmpty(encoder.footerBytes());
    }

    private static byte[] orEmpty(byte @Nullable [] bytes) {
        return bytes == null ? new byte[0] : bytes;
    }
}
