package fanout.report;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The templates of the pages, in {@code fanout/report} of the resources. All that they show is escaped. A name in a
 * template that its record does not have is an error.
 */
final class Templates {
    private static final Pattern COMMAND = Pattern.compile("`([^`]+)`");

    private static final Mustache.Compiler COMPILER = Mustache.compiler()
            .withEscaper(Templates::escape)
            .strictSections(true)
            .withLoader(Templates::open);

    private Templates() {}

    /** Commands that stand between backticks, as in Markdown, are set as code. */
    private static String escape(String raw) {
        return COMMAND.matcher(Escapers.HTML.escape(Sanitizer.oneLine(raw))).replaceAll("<code>$1</code>");
    }

    /** Fills the template of this name with the values of the record. */
    static String fill(String name, Record view) {
        return COMPILER.loadTemplate(name).execute(view);
    }

    private static Reader open(String name) {
        InputStream template = Templates.class.getResourceAsStream("/fanout/report/" + name);
        if (template == null) {
            throw new UncheckedIOException(new IOException("there is no template " + name));
        }
        return new InputStreamReader(template, StandardCharsets.UTF_8);
    }
}
