package dev.hauberk.policy;

/**
 * What editors know of a policy file, made from the same records that the binder reads. Copies of both are part of the artifacts, and
 * a test compares them with what is made here.
 */
public final class PolicySchema {
    private PolicySchema() {}

    /**
     * A JSON Schema (2020-12) of {@code hauberk.yml}. It knows keys, words and forms; references between sections, dates and the baseline
     * are the loader's alone.
     */
    public static String json() {
        return Indented.write(new JsonSchema().document());
    }

    /** Spring Boot's configuration metadata of the properties below {@code hauberk}. */
    public static String springMetadata() {
        return Indented.write(new SpringMetadata().document());
    }
}
