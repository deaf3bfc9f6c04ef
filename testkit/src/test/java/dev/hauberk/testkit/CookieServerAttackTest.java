package dev.hauberk.testkit;

import dev.hauberk.testkit.fake.FakeTarget;
import dev.hauberk.testkit.target.Target;
import org.junit.jupiter.api.AfterAll;

/** A server that keeps its policy bears every attack; its tokens travel in cookies. */
@PolicyAttackTest
class CookieServerAttackTest implements TargetSource {
    private final FakeTarget target = FakeTarget.byCookie();

    @Override
    public Target target() {
        return target;
    }

    @AfterAll
    void close() {
        target.close();
    }
}
