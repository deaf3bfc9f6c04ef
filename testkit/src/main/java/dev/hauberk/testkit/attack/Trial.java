package dev.hauberk.testkit.attack;

import org.junit.jupiter.api.function.Executable;

/**
 * One of the things that an attack tries.
 *
 * @param tries what is tried, as the rest of the test's name
 * @param attempt tries it, and throws where it succeeds
 */
public record Trial(String tries, Executable attempt) {}
