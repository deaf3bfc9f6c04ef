/**
 * An HTTP/1.1 client over raw sockets, which sends exactly the bytes that it is told and reads answers strictly. The
 * attacks call it, since every ordinary client repairs what they want to break. It knows nothing of policies.
 */
@NullMarked
package dev.hauberk.testkit.http;

import org.jspecify.annotations.NullMarked;
