package dev.hauberk.servlet.path;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("RBAC-4")
class PathReadingTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "api/admin",
                "*",
                "http://localhost/api",
                "//api/admin",
                "/api//admin",
                "/api/./admin",
                "/api/../admin",
                "/api/..",
                "/.",
                "/..",
                "/api/%2e%2e/admin",
                "/api/.%2E/admin",
                "/api/%2e/admin",
                "/api%2fadmin",
                "/api%2Fadmin",
                "/api%5cadmin",
                "/api\\admin",
                "/api/%252e%252e/admin",
                "/api/%252fadmin",
                "/api/%25",
                "/api/admin;x=y",
                "/api;jsessionid=1/admin",
                "/api/..;/admin",
                "/api/admin%3bx",
                "/api/%61dmin",
                "/api/adm%49n",
                "/api/%7euser",
                "/api/%00",
                "/api/admin%0a",
                "/api/admin%0d%0a",
                "/api/admin%7f",
                "/api/%c0%ae%c0%ae/admin",
                "/api/%e0%80%af",
                "/api/%ff",
                "/api/%ed%a0%80",
                "/api/%f4%90%80%80",
                "/api/%e2%80%8badmin",
                "/api/%e2%80%aeadmin",
                "/api/%",
                "/api/%4",
                "/api/%zz",
                "/api/%u0061",
                "/api/\uff16\uff11",
                "/api/%\u0664\u0661",
                "/api/\u00e9",
                "/api/a b",
                "/api/a?b",
                "/api/a#b",
                "/api/<",
                "/api/\u0000"
            })
    void refusesAPathThatCanBeReadInTwoWays(String raw) {
        assertThat(PathReading.of(raw)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/, /",
        "/api/admin, /api/admin",
        "/api/admin/, /api/admin/",
        "/API/Admin, /API/Admin",
        "/api/admin.json, /api/admin.json",
        "/api/..x, /api/..x",
        "/api/..., /api/...",
        "/api/a%20b, /api/a b",
        "/api/%C3%BC, /api/\u00fc",
        "/api/%e2%82%ac, /api/\u20ac",
        "/api/%ef%bc%8fadmin, /api/\uff0fadmin",
        "/api/ad%C4%B1m, /api/ad\u0131m",
        "/api/a=b:c@d, /api/a=b:c@d",
        "/api/%22, /api/\"",
    })
    void readsAPathThatHasOneMeaning(String raw, String path) {
        assertThat(PathReading.of(raw)).contains(path);
    }

    @Test
    void decodesOnceAndNotTwice() {
        assertThat(PathReading.of("/a%20b")).contains("/a b");
        assertThat(PathReading.of("/a%2520b")).isEmpty();
    }
}
