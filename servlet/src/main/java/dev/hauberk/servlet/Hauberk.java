package dev.hauberk.servlet;

import dev.hauberk.CallerScope;
import dev.hauberk.Events;
import dev.hauberk.audit.AuditTrail;
import dev.hauberk.crypto.password.PasswordHasher;
import dev.hauberk.data.FieldCatalogue;
import dev.hauberk.identity.AccessChanges;
import dev.hauberk.identity.Accounts;
import dev.hauberk.identity.session.Sessions;
import dev.hauberk.identity.signin.SignIn;
import dev.hauberk.key.KeyRing;
import dev.hauberk.key.SecretSource;
import dev.hauberk.policy.PolicyException;
import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.ratelimit.budget.Budgets;
import dev.hauberk.rbac.AccessPolicy;
import dev.hauberk.rbac.route.Mapping;
import dev.hauberk.rbac.route.Routes;
import dev.hauberk.servlet.contact.SecurityTxtFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The assembled whole: everything that keeps one policy for one application.
 *
 * <p>A plain container's application calls {@link #install} once its servlets are registered; Spring Boot's starter registers the
 * {@link #steps()} and calls {@link #cover} with its handler mappings. Thread-safe. Closing it ends its thread; requests that are
 * under way are not affected.
 */
public final class Hauberk implements AutoCloseable {
    private final SecurityPolicy policy;
    private final Assembly assembly;
    private final Purge purge;

    Hauberk(SecurityPolicy policy, Assembly assembly) {
        this.policy = policy;
        this.assembly = assembly;
        this.purge = Purge.start(assembly.sessions());
    }

    /**
     * One step of a request.
     *
     * @param name its name, in lower case with hyphens
     * @param filter the filter, to be registered with support for asynchronous requests
     * @param dispatches for which dispatcher types
     */
    public record NamedStep(String name, Filter filter, Set<DispatcherType> dispatches) {
        public NamedStep {
            dispatches = Set.copyOf(dispatches);
        }
    }

    /**
     * Starts with everything that is set by default.
     *
     * @throws PolicyException where the policy cannot be kept, with every problem
     */
    public static Hauberk start(SecurityPolicy policy, SecretSource secrets, Stores stores, Accounts accounts) {
        return with(policy).secrets(secrets).stores(stores).accounts(accounts).start();
    }

    /** Begins a start in which more can be set. */
    public static HauberkBuilder with(SecurityPolicy policy) {
        return new HauberkBuilder(policy);
    }

    /**
     * Registers every step with a container, for all paths, before the filters that it knows already;
     * and holds its servlets against the policy's routes. Called before the context is initialised, after the servlets are registered.
     *
     * @throws PolicyException naming each servlet mapping that no rule covers and each rule that covers none
     */
    public void install(ServletContext context) {
        ServletMappings mappings = servlets(context, Set.of());
        cover(mappings.handlers(), mappings.fallbacks());
        standBehind(context);
        for (NamedStep step : steps()) {
            FilterRegistration.Dynamic registration = context.addFilter("hauberk-" + step.name(), step.filter());
            registration.setAsyncSupported(true);
            registration.addMappingForUrlPatterns(EnumSet.copyOf(step.dispatches()), false, "/*");
        }
    }

    /**
     * Registers a servlet for the paths of the library's own calls, for a container in which none is mapped to all paths: Tomcat calls no
     * filter for a path that no servlet is mapped to. Called before the context is initialised.
     */
    public void standBehind(ServletContext context) {
        ServletRegistration.Dynamic nothing = context.addServlet(ServletMappings.NOTHING, new NothingThere());
        nothing.setAsyncSupported(true);
        nothing.addMapping(assembly.rules().base() + "/*");
        nothing.addMapping(SecurityTxtFilter.PATH);
    }

    /**
     * What the servlets are mapped to that a container knows by now, for {@link #cover}.
     *
     * @param except the names of servlets whose handlers are listed otherwise
     */
    public ServletMappings servlets(ServletContext context, Set<String> except) {
        return ServletMappings.of(
                context, except, routes(), assembly.rules().policy().routes());
    }

    /**
     * Holds an application's handlers against the policy's routes.
     *
     * @param handlers everything that the application maps, except what serves files or answers for want of a handler
     * @throws PolicyException naming each handler that no rule covers and each rule that covers none
     */
    public void cover(Collection<Mapping> handlers) {
        cover(handlers, List.of());
    }

    /**
     * As {@link #cover(Collection)}.
     *
     * @param fallbacks what needs no rule but may have one, such as files
     */
    public void cover(Collection<Mapping> handlers, Collection<Mapping> fallbacks) {
        List<Mapping> all = new ArrayList<>(assembly.rules().mappings());
        all.addAll(handlers);
        RouteCheck.check(routes(), all, fallbacks);
    }

    /** Every step, in the order of the library. */
    public List<NamedStep> steps() {
        return assembly.steps();
    }

    /** The policy, as it was given. */
    public SecurityPolicy policy() {
        return policy;
    }

    /** Who may do what. */
    public AccessPolicy access() {
        return assembly.access();
    }

    /** The rules that decide about requests: the library's own calls first, then the policy's. */
    public Routes routes() {
        return assembly.routes();
    }

    /** Sessions and their tokens. */
    public Sessions sessions() {
        return assembly.sessions();
    }

    /** Signing in, for unlocking. */
    public SignIn signIn() {
        return assembly.signIn();
    }

    /** Changes of what others may do. */
    public AccessChanges changes() {
        return assembly.changes();
    }

    /** What tools may cost; the application reserves before a run and settles after it. */
    public Budgets budgets() {
        return assembly.budgets();
    }

    /** Hashes passwords as the policy says, for an application that makes accounts. */
    public PasswordHasher passwords() {
        return assembly.passwords();
    }

    /** The keys, for an application that encrypts with them. */
    public KeyRing keys() {
        return assembly.keys();
    }

    /** Who is asking, on the thread that works for it. */
    public CallerScope callers() {
        return assembly.callers();
    }

    /** What the controls see. */
    public Events events() {
        return assembly.events();
    }

    /** How sensitive the fields of the application's data are. */
    public FieldCatalogue fields() {
        return assembly.fields();
    }

    /** What must be provable later. */
    public AuditTrail audit() {
        return assembly.audit();
    }

    @Override
    public void close() {
        purge.close();
    }
}
