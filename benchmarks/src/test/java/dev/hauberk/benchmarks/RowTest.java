package dev.hauberk.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A row that measures a wrong answer measures nothing. */
class RowTest {
    @TestFactory
    Stream<DynamicTest> answersYesWhoeverAnswers() {
        return Row.ALL.stream()
                .flatMap(row -> methods(row).stream()
                        .map(method -> DynamicTest.dynamicTest(row.name() + " by " + method, () -> {
                            Object benchmark =
                                    row.benchmark().getDeclaredConstructor().newInstance();
                            assertThat(row.benchmark().getMethod(method).invoke(benchmark))
                                    .isEqualTo(true);
                        })));
    }

    @Test
    void namesEveryRowOnce() {
        assertThat(Row.ALL).extracting(Row::name).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z0-9-]+"));
    }

    private static List<String> methods(Row row) {
        List<String> methods = new ArrayList<>(row.peers());
        methods.add(Row.OURS);
        return methods;
    }
}
