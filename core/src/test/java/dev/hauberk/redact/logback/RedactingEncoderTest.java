package dev.hauberk.redact.logback;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.EncoderBase;
import dev.hauberk.redact.Redactor;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("PII-1")
class RedactingEncoderTest {
    private final LoggerContext context = new LoggerContext();
    private final Logger log = context.getLogger("of ada@acme.example");
    private final LogbackMDCAdapter mapped = new LogbackMDCAdapter();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @AfterEach
    void stop() {
        context.stop();
    }

    private OutputStreamAppender<ILoggingEvent> appender() {
        context.setMDCAdapter(mapped);
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%logger %thread %X{who} %kvp %msg%n%ex");
        encoder.start();
        OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.setOutputStream(out);
        appender.start();
        return appender;
    }

    private String written() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void masksMessageArgumentsContextPairsAndException() {
        log.addAppender(appender());
        RedactingEncoder.wrapAll(context, Redactor.standard());
        mapped.put("who", "ctx@acme.example");
        log.atWarn()
                .addKeyValue("to", "pair@acme.example")
                .setCause(new IllegalStateException("cause@acme.example", new IllegalStateException("in@acme.example")))
                .log("to {}", "arg@acme.example");

        assertThat(written()).contains("[email]").doesNotContain("acme.example").containsOnlyOnce("\n");
    }

    @Test
    void masksWhatAnAsynchronousAppenderHandsOn() {
        AsyncAppender outer = new AsyncAppender();
        AsyncAppender inner = new AsyncAppender();
        for (AsyncAppender asynchronous : new AsyncAppender[] {inner, outer}) {
            asynchronous.setContext(context);
            asynchronous.addAppender(asynchronous == inner ? appender() : inner);
            asynchronous.start();
        }
        log.addAppender(outer);
        RedactingEncoder.wrapAll(context, Redactor.standard());
        log.warn("to ada@acme.example");
        outer.stop();
        inner.stop();
        assertThat(written()).contains("to [email]").doesNotContain("acme.example");
    }

    @Test
    void masksOnceWhereItIsPutInTwice() {
        log.addAppender(appender());
        RedactingEncoder.wrapAll(context, Redactor.standard());
        RedactingEncoder.wrapAll(context, Redactor.standard());
        log.warn("to ada@acme.example");
        assertThat(written()).endsWith("to [email]\n");
    }

    @Test
    @Tag("RBAC-6")
    void writesOneLineWhateverIsLogged() {
        log.addAppender(appender());
        RedactingEncoder.wrapAll(context, Redactor.standard());
        log.warn("a\r\nb\u001b[2J\u2028c");
        assertThat(written()).endsWith("a\\r\\nb\\u001b[2J\\u2028c\n").containsOnlyOnce("\n");
    }

    @Test
    void writesNothingWithoutAnotherEncoder() {
        RedactingEncoder encoder = new RedactingEncoder();
        encoder.setContext(context);
        encoder.start();
        assertThat(encoder.isStarted()).isFalse();
        assertThat(encoder.encode(null)).isEmpty();
        assertThat(encoder.headerBytes()).isEmpty();
        assertThat(encoder.footerBytes()).isEmpty();
    }

    @Test
    void startsTheEncoderWithinIt() {
        EncoderBase<ILoggingEvent> within = new PatternLayoutEncoder();
        ((PatternLayoutEncoder) within).setPattern("%msg");
        RedactingEncoder encoder = new RedactingEncoder();
        encoder.setContext(context);
        encoder.setEncoder(within);
        encoder.start();
        assertThat(within.isStarted()).isTrue();
        assertThat(encoder.isStarted()).isTrue();
        assertThat(encoder.headerBytes()).isEmpty();
    }
}
