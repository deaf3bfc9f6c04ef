package dev.hauberk.example.mail;

import dev.hauberk.Tenant;
import java.util.List;

/** The messages, each of a tenant. */
public interface Messages {
    /** A tenant's messages, by id. */
    List<Message> of(Tenant tenant);

    /** Adds a message. */
    Message add(Tenant tenant, String subject, String text);
}
