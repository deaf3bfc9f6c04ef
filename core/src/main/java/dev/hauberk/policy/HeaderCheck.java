package dev.hauberk.policy;

import dev.hauberk.Control;
import java.util.List;

/** Checks header values and the paths that have their own. */
final class HeaderCheck {
    private final HeaderPolicy headers;
    private final Findings findings;

    HeaderCheck(HeaderPolicy headers, Findings findings) {
        this.headers = headers;
        this.findings = findings;
    }

    void check() {
        for (Known header : Known.of(HeaderPolicy.class)) {
            if (header.get(headers) instanceof String value) {
                checkValue(value, List.of("headers", header.key()));
            }
        }
        HeaderForm.transportSecurity(headers.strictTransportSecurity())
                .ifPresent(asked -> malformed("strict-transport-security", asked, headers.strictTransportSecurity()));
        HeaderForm.permissions(headers.permissionsPolicy())
                .ifPresent(asked -> malformed("permissions-policy", asked, headers.permissionsPolicy()));
        new CspCheck(headers.contentSecurityPolicy(), List.of("headers", "content-security-policy"), findings).check();
        for (int i = 0; i < headers.pages().size(); i++) {
            PathHeaders page = headers.pages().get(i);
            List<String> path = List.of("headers", "pages", Integer.toString(i), "content-security-policy");
            checkPath(page.path(), Control.HTTP_2, List.of("headers", "pages", Integer.toString(i), "path"));
            checkValue(page.contentSecurityPolicy(), path);
            new CspCheck(page.contentSecurityPolicy(), path, findings).check();
        }
        for (int i = 0; i < headers.cacheable().size(); i++) {
            checkPath(headers.cacheable().get(i), Control.HTTP_3, List.of("headers", "cacheable", Integer.toString(i)));
        }
    }

    private void malformed(String key, String asked, String value) {
        findings.wrong(
                Control.HTTP_1,
                asked + ": browsers pass over the whole header",
                value,
                "Write it as the default is written.",
                List.of("headers", key));
    }

    private void checkValue(String value, List<String> path) {
        if (!value.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            findings.wrong(
                    Control.HTTP_1, "a header's value in ASCII", value, "Write it without other characters.", path);
        }
    }

    void checkPath(String text, Control control, List<String> path) {
        try {
            PathPattern.parse(text);
        } catch (IllegalArgumentException e) {
            findings.wrong(control, String.valueOf(e.getMessage()), text, "Write /, /pages/{id} or /pages/**.", path);
        }
    }
}
