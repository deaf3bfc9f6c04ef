/**
 * Root keys from AWS: out of a secret of Secrets Manager, or wrapped by a key of KMS. An application that runs there gives what
 * these read to the ring. It needs the SDK's clients on the class path, which nothing else in the house knows.
 */
@NullMarked
package dev.hauberk.key.aws;

import org.jspecify.annotations.NullMarked;
