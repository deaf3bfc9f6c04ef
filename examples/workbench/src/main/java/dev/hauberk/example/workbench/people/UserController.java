package dev.hauberk.example.workbench.people;

import dev.hauberk.Caller;
import dev.hauberk.Decision;
import dev.hauberk.Reason;
import dev.hauberk.example.workbench.NotFound;
import dev.hauberk.identity.AccessChanges;
import dev.hauberk.identity.Accounts;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/api/v2/users")
class UserController {
    private final Accounts accounts;
    private final AccessChanges changes;

    UserController(Accounts accounts, AccessChanges changes) {
        this.accounts = accounts;
        this.changes = changes;
    }

    @GetMapping
    List<User> list(Caller caller) {
        return accounts.of(caller.tenant().orElseThrow(NotFound::new)).stream()
                .map(User::of)
                .toList();
    }

    @PutMapping("/{id}/role")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changeRole(Caller caller, @PathVariable String id, @RequestBody RoleChange change) {
        require(changes.changeRoles(caller, id, Set.of(change.role()), change.reason()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller caller, @PathVariable String id) {
        require(changes.terminate(caller, id, "removed by an administrator"));
    }

    /** Somebody else's user and no user look alike: 404. What may not be given is a 403. */
    private static void require(Decision decision) {
        if (decision instanceof Decision.Denied denied) {
            throw denied.reason() == Reason.TENANT ? new NotFound() : new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}
