package dev.hauberk.example.mail;

/**
 * A message.
 *
 * @param id which
 * @param subject its subject
 * @param text its text
 */
public record Message(String id, String subject, String text) {}
