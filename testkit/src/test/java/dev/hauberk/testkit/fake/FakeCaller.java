package dev.hauberk.testkit.fake;

import dev.hauberk.testkit.target.User;

/** Somebody who is signed in. */
record FakeCaller(User user, FakeSession session) {}
