package dev.hauberk.example.workbench.prompt;

/**
 * A prompt.
 *
 * @param id which
 * @param title its title
 * @param text what is asked
 */
public record Prompt(String id, String title, String text) {}
