package fanout.record;

import java.util.List;

/** The values that a parameter may have. */
interface AllowedValues {
    /** @throws IllegalArgumentException if the value is not one of them; the message says in one line which are */
    void check(String name, String value);

    static AllowedValues oneOf(String... words) {
        return (name, value) -> {
            if (!List.of(words).contains(value)) {
                throw wrong(name, value, String.join(" or ", words));
            }
        };
    }

    /**
     * Allows every value, for an address or a name that must be looked up: the code that does so reports a wrong one.
     */
    static AllowedValues checkedByItsReader() {
        return (name, value) -> {};
    }

    static IllegalArgumentException wrong(String name, String value, String right) {
        return new IllegalArgumentException(name + " is " + value + ", must be " + right);
    }
}
