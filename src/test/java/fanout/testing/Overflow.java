package fanout.testing;

import java.util.List;
import org.openqa.selenium.JavascriptExecutor;

/** The parts of a page beyond the right edge of its window. */
final class Overflow {
    private static final String PX = "return document.documentElement.scrollWidth - innerWidth";

    /** Half a px is left to rounding. What {@code overflow: hidden} cuts off counts, too: the reader can't see it. */
    private static final String CULPRITS = """
            const scrolls = box => box !== null && (/auto|scroll/.test(getComputedStyle(box).overflowX)
                || scrolls(box.parentElement));
            const name = e => e.tagName.toLowerCase() + (e.id ? '#' + e.id : '')
                + [...e.classList].map(c => '.' + c).join('');
            return [...document.body.querySelectorAll('*')]
                .filter(e => e.checkVisibility({visibilityProperty: true}))
                .map(e => ({e, right: e.getBoundingClientRect().right + scrollX}))
                .filter(({e, right}) => right > innerWidth + 0.5 && !scrolls(e.parentElement))
                .map(({e, right}) => `${name(e)} ends at ${Math.round(right)} of ${innerWidth} px`);
            """;

    private Overflow() {}

    /** By how many px the document is wider; 0 if it fits. */
    static int px(JavascriptExecutor page) {
        return ((Number) page.executeScript(PX)).intValue();
    }

    /** The visible elements that end beyond the edge, a line each, unless a box around them scrolls. */
    static List<String> culprits(JavascriptExecutor page) {
        return ((List<?>) page.executeScript(CULPRITS))
                .stream().map(String::valueOf).toList();
    }
}
