package dev.hauberk.example.workbench.tool;

import dev.hauberk.policy.Money;

/** Something that answers a prompt, and whose cost is known only afterwards. */
interface Tool {
    /** Answers a prompt. */
    Result run(String prompt);

    /**
     * What a run gave.
     *
     * @param text the answer
     * @param cost what it has cost
     */
    record Result(String text, Money cost) {}
}
