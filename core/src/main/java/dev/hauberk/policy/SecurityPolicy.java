package dev.hauberk.policy;

import dev.hauberk.Control;
import dev.hauberk.Mode;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that a policy sets: one tree of immutable records, plain data, valid in itself.
 *
 * <p>It comes from {@code hauberk.yml}, from the {@code hauberk} section of Spring Boot's YAML, or from Java; whichever way, one
 * binder reads it, and reports every problem at once. Thread-safe, since immutable.
 *
 * @param baseline what every setting is held against
 * @param accept what is weaker than the baseline and accepted
 * @param modes controls that are not enforced
 * @param failures what a control does while something that it needs does not answer
 * @param keys what is not secret of the root keys, by their ids, the preferred first; none means that the first of {@code HAUBERK_KEYS} is
 *     the one that makes what is new
 * @param passwords passwords
 * @param signIn signing in
 * @param factors second factors
 * @param tokens access and refresh tokens
 * @param sessions sessions
 * @param permissions every permission that there is
 * @param roles the roles, by name, in their order
 * @param routes who may call what; the first that matches decides
 * @param origins other origins that may call from a browser
 * @param headers response headers
 * @param input request bodies
 * @param proxies the proxies whose forwarding headers are believed
 * @param limits limits, by category
 * @param budgets what tools may cost, by the budget's name
 * @param fields how sensitive the fields of each type are, by the type's simple name
 * @param responses what leaves no response
 * @param logs logs
 * @param contacts whom to tell of a weakness
 */
public record SecurityPolicy(
        @Setting(
                says = "What every setting is held against: strict, engify, calimatic, or a file.",
                or = "strict",
                control = Control.POSTURE_2)
        String baseline,

        @Setting(says = "What is weaker than the baseline and accepted.", or = "", control = Control.POSTURE_2)
        List<Acceptance> accept,

        @Setting(says = "Controls that are not enforced: shadow or disabled.", or = "", control = Control.POSTURE_2)
        Map<Control, Mode> modes,

        @Setting(
                says = "What a control does while something that it needs does not answer.",
                or = "",
                control = Control.RATE_1)
        Map<Control, FailurePolicy> failures,

        @Setting(
                says = "What is not secret of the root keys, by their ids, the preferred first.",
                or = "",
                control = {Control.DATA_3, Control.DATA_2})
        Map<String, KeyPolicy> keys,

        @Setting(says = "Passwords.", control = Control.AUTHN_1)
        PasswordPolicy passwords,

        @Setting(says = "Signing in.", control = Control.AUTHN_3)
        SignInPolicy signIn,

        @Setting(says = "Second factors.", control = Control.AUTHN_5)
        FactorPolicy factors,

        @Setting(says = "Access and refresh tokens.", control = Control.AUTHN_6)
        TokenPolicy tokens,

        @Setting(says = "Sessions.", control = Control.SESS_1)
        SessionPolicy sessions,

        @Setting(says = "Every permission that there is, as family:action.", or = "", control = Control.RBAC_3)
        List<String> permissions,

        @Setting(says = "The roles, by name.", or = "", control = Control.RBAC_2)
        Map<String, RolePolicy> roles,

        @Setting(says = "Who may call what; the first that matches decides.", or = "", control = Control.RBAC_4)
        List<RoutePolicy> routes,

        @Setting(says = "Other origins that may call from a browser.", control = Control.HTTP_6)
        OriginPolicy origins,

        @Setting(says = "Response headers.", control = Control.HTTP_1)
        HeaderPolicy headers,

        @Setting(says = "Request bodies.", control = Control.INPUT_1)
        InputPolicy input,

        @Setting(
                says = "The proxies whose forwarding headers are believed.",
                or = "",
                control = Control.HTTP_7,
                weaker = Weaker.NEVER)
        List<Cidr> proxies,

        @Setting(
                says = "Limits by category, such as 30 per 1m per address.",
                or = "",
                control = {Control.RATE_2, Control.RATE_5},
                weaker = Weaker.HIGHER)
        Map<String, Limit> limits,

        @Setting(says = "What tools may cost, by the budget's name.", or = "", control = Control.RATE_6)
        Map<String, BudgetPolicy> budgets,

        @Setting(
                says = "How sensitive the fields of each type are, by the type's simple name.",
                or = "",
                control = Control.DATA_1)
        Map<String, FieldPolicy> fields,

        @Setting(says = "What leaves no response.", control = Control.HTTP_4)
        ResponsePolicy responses,

        @Setting(says = "Logs.", control = Control.PII_1) LogPolicy logs,

        @Setting(says = "Whom to tell of a weakness.", control = Control.INC_4)
        ContactPolicy contacts) {

    public SecurityPolicy {
        accept = List.copyOf(accept);
        modes = Map.copyOf(modes);
        failures = Map.copyOf(failures);
        keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
        permissions = List.copyOf(permissions);
        roles = Collections.unmodifiableMap(new LinkedHashMap<>(roles));
        routes = List.copyOf(routes);
        proxies = List.copyOf(proxies);
        limits = Collections.unmodifiableMap(new LinkedHashMap<>(limits));
        budgets = Collections.unmodifiableMap(new LinkedHashMap<>(budgets));
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /**
     * Reads a file, such as {@code hauberk.yml}.
     *
     * @throws PolicyException with everything that is wrong with it
     */
    public static SecurityPolicy load(Path file) {
        return PolicySource.file(file).policy(InstantSource.system());
    }

    /**
     * Reads a text in YAML.
     *
     * @param sourceName what the places of its problems call it
     * @throws PolicyException with everything that is wrong with it
     */
    public static SecurityPolicy parse(String yaml, String sourceName) {
        return PolicySource.yaml(yaml, sourceName).policy(InstantSource.system());
    }

    /**
     * A policy made in Java, under the same keys as in a file.
     *
     * @throws PolicyException with everything that is wrong with it
     */
    public static SecurityPolicy of(Map<String, ?> sections) {
        return PolicySource.of(sections).policy(InstantSource.system());
    }

    /**
     * Whether a person accepts on a day that a control is weaker than it should be.
     *
     * @param today in UTC
     */
    public boolean accepts(Control control, LocalDate today) {
        return accept.stream()
                .anyMatch(acceptance ->
                        acceptance.control() == control && !acceptance.until().isBefore(today));
    }

    /** How a control is carried out: enforced, unless the policy says otherwise. */
    public Mode mode(Control control) {
        return modes.getOrDefault(control, Mode.ENFORCE);
    }

    /**
     * The same policy with other modes. None of these copies is held against the baseline or checked across sections, which is done
     * where a policy is read: they are for a library's own rules and for tests.
     */
    public SecurityPolicy withModes(Map<Control, Mode> others) {
        return with("modes", others);
    }

    /** The same policy with other second factors, see {@link #withModes}. */
    public SecurityPolicy withFactors(FactorPolicy others) {
        return with("factors", others);
    }

    /** The same policy with other permissions, see {@link #withModes}. */
    public SecurityPolicy withPermissions(List<String> others) {
        return with("permissions", others);
    }

    /** The same policy with other roles, see {@link #withModes}. */
    public SecurityPolicy withRoles(Map<String, RolePolicy> others) {
        return with("roles", others);
    }

    /** The same policy with other routes, see {@link #withModes}. */
    public SecurityPolicy withRoutes(List<RoutePolicy> others) {
        return with("routes", others);
    }

    /** The same policy with other rules for bodies, see {@link #withModes}. */
    public SecurityPolicy withInput(InputPolicy other) {
        return with("input", other);
    }

    /** The same policy with other limits, see {@link #withModes}. */
    public SecurityPolicy withLimits(Map<String, Limit> others) {
        return with("limits", others);
    }

    private SecurityPolicy with(String section, Object value) {
        return Records.with(SecurityPolicy.class, this, section, value);
    }
}
