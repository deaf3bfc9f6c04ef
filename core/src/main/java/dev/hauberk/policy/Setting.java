package dev.hauberk.policy;

import dev.hauberk.Control;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the binder, the JSON Schema and the IDE's metadata know of one component of a section. Its key is the component's
 * name in lower case with hyphens.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
@interface Setting {
    /** What it says, as a sentence. */
    String says();

    /** The key in the file, where it is not the component's name with hyphens (a word that Java keeps for itself). */
    String key() default "";

    /** What holds where nothing is written, as a policy file would write it; lists with commas between. */
    String or() default "";

    /** The controls that depend on it, the first being the one that a problem names. */
    Control[] control() default {};

    /** Which way is weaker than a baseline. */
    Weaker weaker() default Weaker.NEVER;
}
