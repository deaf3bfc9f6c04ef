package dev.hauberk.servlet.strip;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.async.ByteArrayFeeder;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/**
 * Copies a JSON document without the members of some names, as its bytes come. Holds one token at a time and the depth, and so
 * never more than the longest string. Names are compared after unescaping; a string that is JSON itself is stripped as well.
 *
 * <p>Every method throws {@link JacksonException} where the bytes are no JSON; nothing may be fed after that. For one thread at a time.
 */
final class JsonStripper {
    /** How many strings within strings are opened; every level doubles the backslashes of the one above. */
    private static final int MOST_WITHIN = 12;

    private static final int DEEPEST = 2_000;
    private static final int LONGEST_STRING = 4 * 1024 * 1024;
    private static final int LONGEST_NUMBER = 10_000;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST_STRING)
                    .maxNumberLength(LONGEST_NUMBER)
                    .build())
            .streamWriteConstraints(
                    StreamWriteConstraints.builder().maxNestingDepth(DEEPEST).build())
            // What is incomplete must stay so, and be found.
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .rootValueSeparator("\n")
            .build();

    private final FieldNames names;
    private final int within;
    private final JsonParser parser;
    private final ByteArrayFeeder feeder;
    private final JsonGenerator generator;
    private boolean skipping;
    private int skippedDepth;
    private boolean stripped;

    JsonStripper(FieldNames names, OutputStream out) {
        this(names, out, 0);
    }

    private JsonStripper(FieldNames names, OutputStream out, int within) {
        this.names = names;
        this.within = within;
        this.parser = FACTORY.createNonBlockingByteArrayParser(ObjectReadContext.empty());
        this.feeder = (ByteArrayFeeder) parser;
        this.generator = FACTORY.createGenerator(ObjectWriteContext.empty(), out);
    }

    /** Takes more of the document. */
    void feed(byte[] bytes, int offset, int length) {
        feeder.feedInput(bytes, offset, offset + length);
        copyTokens();
    }

    /** Writes out what was taken so far. */
    void flush() {
        generator.flush();
    }

    /** The document is complete. */
    void finish() {
        feeder.endOfInput();
        copyTokens();
        if (!parser.streamReadContext().inRoot()) {
            throw new StreamReadException(parser, "the document ends early");
        }
        generator.close();
        parser.close();
    }

    /** Whether something was taken out. */
    boolean hasStripped() {
        return stripped;
    }

    private void copyTokens() {
        JsonToken token = parser.nextToken();
        while (token != null && token != JsonToken.NOT_AVAILABLE) {
            if (skipping) {
                skip(token);
            } else {
                copy(token);
            }
            token = parser.nextToken();
        }
    }

    private void skip(JsonToken token) {
        if (token.isStructStart()) {
            skippedDepth++;
        } else if (token.isStructEnd()) {
            skippedDepth--;
        }
        skipping = skippedDepth > 0;
    }

    private void copy(JsonToken token) {
        switch (token) {
            case PROPERTY_NAME -> copyName(parser.currentName());
            case START_OBJECT -> generator.writeStartObject();
            case END_OBJECT -> generator.writeEndObject();
            case START_ARRAY -> generator.writeStartArray();
            case END_ARRAY -> generator.writeEndArray();
            case VALUE_STRING -> generator.writeString(text(parser.getString()));
            // As it was written: no digit is lost to a binary number.
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> generator.writeNumber(parser.getString());
            case VALUE_TRUE -> generator.writeBoolean(true);
            case VALUE_FALSE -> generator.writeBoolean(false);
            case VALUE_NULL -> generator.writeNull();
            case VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE -> throw new StreamReadException(parser, "no token of JSON");
        }
    }

    private void copyName(String name) {
        if (names.hold(name)) {
            skipping = true;
            skippedDepth = 0;
            stripped = true;
        } else {
            generator.writeName(name);
        }
    }

    private String text(String text) {
        if (!mayBeJson(text)) {
            return text;
        }
        if (within == MOST_WITHIN) {
            throw new StreamReadException(parser, "too many documents within each other");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
        JsonStripper inner = new JsonStripper(names, out, within + 1);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            inner.feed(bytes, 0, bytes.length);
            inner.finish();
        } catch (JacksonException e) {
            if (inner.within == MOST_WITHIN || inner.stripped || names.areMentioned(text)) {
                // Somebody less strict may read it as a document that holds what must not leave.
                stripped = true;
                return "";
            }
            return text;
        }
        stripped |= inner.stripped;
        return inner.stripped ? out.toString(StandardCharsets.UTF_8) : text;
    }

    /** Whether it begins as a document does, to lenient readers too, who pass over a byte order mark and comments. */
    private static boolean mayBeJson(String text) {
        String start = (text.startsWith("\ufeff") ? text.substring(1) : text).stripLeading();
        return !start.isEmpty() && "{[\"/#".indexOf(start.charAt(0)) >= 0;
    }
}
