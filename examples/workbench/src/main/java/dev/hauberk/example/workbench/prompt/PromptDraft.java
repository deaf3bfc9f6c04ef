package dev.hauberk.example.workbench.prompt;

/**
 * What a client sends of a prompt. The policy's shape {@code prompt} has been kept when it arrives.
 *
 * @param title its title
 * @param text what is asked
 */
record PromptDraft(String title, String text) {}
