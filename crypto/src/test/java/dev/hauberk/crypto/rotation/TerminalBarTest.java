package dev.hauberk.crypto.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.crypto.rotation.RotationReport.Column;
import dev.hauberk.crypto.rotation.RotationReport.State;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("DATA-2")
class TerminalBarTest {
    private static final String CLEAR = "\u001b[K";

    @Test
    void drawsHowFarAColumnIsOverTheLineBefore() {
        StringBuilder terminal = new StringBuilder();
        RotationProgress bar = RotationProgress.bar(terminal);

        bar.at(new Column("people", "email", State.RUNNING, 20_000, 0, 0, 0, 0, 0));
        bar.at(new Column("people", "email", State.RUNNING, 20_000, 10_400, 9_800, 0, 0, 0));
        bar.at(new Column("people", "email", State.ENDED, 20_000, 20_000, 19_990, 1, 2, 1_003));

        assertThat(terminal)
                .hasToString(
                        "\rpeople.email [..............................] 0 %, 0 of 20,000 seen, 0 rewritten" + CLEAR
                                + "\rpeople.email [###############...............] 52 %, 10,400 of 20,000 seen, 9,800 rewritten"
                                + CLEAR
                                + "\rpeople.email [##############################] 100 %, 20,000 of 20,000 seen, 19,990 rewritten,"
                                + " 1 contended, 2 unreadable, 1,003 refused" + CLEAR + "\n");
    }

    @Test
    void isFullWhereThereWasNothingAndNeverMoreThanFull() {
        StringBuilder terminal = new StringBuilder();
        RotationProgress bar = RotationProgress.bar(terminal);

        bar.at(new Column("t", "c", State.STOPPED, 0, 0, 0, 0, 0, 0));
        bar.at(new Column("t", "c", State.RUNNING, 2, 3, 3, 0, 0, 0));

        assertThat(terminal)
                .hasToString("\rt.c [##############################] 100 %, 0 of 0 seen, 0 rewritten" + CLEAR + "\n"
                        + "\rt.c [##############################] 100 %, 3 of 2 seen, 3 rewritten" + CLEAR);
    }

    @Test
    void writesNoMoreToATerminalThatFails() {
        List<CharSequence> tries = new ArrayList<>();
        RotationProgress bar = RotationProgress.bar(new Appendable() {
            @Override
            public Appendable append(CharSequence text) throws IOException {
                tries.add(text);
                throw new IOException("closed");
            }

            @Override
            public Appendable append(CharSequence text, int start, int end) throws IOException {
                throw new IOException("closed");
            }

            @Override
            public Appendable append(char c) throws IOException {
                throw new IOException("closed");
            }
        });

        bar.at(new Column("t", "c", State.RUNNING, 2, 1, 1, 0, 0, 0));
        bar.at(new Column("t", "c", State.RUNNING, 2, 2, 2, 0, 0, 0));

        assertThat(tries).hasSize(1);
    }

    @Test
    void tellsOneAfterTheOther() {
        List<String> told = new ArrayList<>();
        RotationProgress one = column -> told.add("one");

        one.and(column -> told.add("other")).at(new Column("t", "c", State.RUNNING, 2, 1, 1, 0, 0, 0));

        assertThat(told).containsExactly("one", "other");
    }
}
