package dev.hauberk.policy;

import dev.hauberk.Control;

/** One of several values of a setting that a control of its own asks for. */
interface Demand {
    /** The control that asks for it. */
    Control control();
}
