package fanout.run;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps the user's home directory and name out of what is published. */
public final class Privacy {
    private static final String HOME_SIGN = "~";
    private static final String NAME_SIGN = "%USER%";

    private static final Pattern HOME_AT_A_START = Pattern.compile("(?<![^=:,;@])~(?=$|/)");

    private final String home;
    private final Pattern name;
    private final String plainName;

    Privacy(String home, String name) {
        this.home = home;
        this.plainName = name;
        this.name = Pattern.compile("(?<![A-Za-z0-9_])" + Pattern.quote(name) + "(?![A-Za-z0-9_])");
    }

    /** Hides the user of this process. */
    public static Privacy ofThisUser() {
        return new Privacy(System.getProperty("user.home"), System.getProperty("user.name"));
    }

    /** The same text with signs in place of the user's home directory and name. */
    public String hide(String text) {
        String homeless = home.length() > 1 ? text.replace(home, HOME_SIGN) : text;
        return plainName.isBlank() ? homeless : name.matcher(homeless).replaceAll(NAME_SIGN);
    }

    /** The path, or the option with paths in it, that was hidden, if the user is the same. */
    public String reveal(String text) {
        String named = text.replaceAll(Pattern.quote(NAME_SIGN), Matcher.quoteReplacement(plainName));
        return HOME_AT_A_START.matcher(named).replaceAll(Matcher.quoteReplacement(home));
    }
}
