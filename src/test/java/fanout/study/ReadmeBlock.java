package fanout.study;

/** The part of the README that the study writes. */
record ReadmeBlock(String before, String block, String after) {
    private static final String BEGIN = "<!-- study: written by ValidationStudy -->\n";
    private static final String END = "<!-- /study -->\n";

    static ReadmeBlock of(String readme) {
        int begin = readme.indexOf(BEGIN);
        int end = readme.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("the README lacks the markers of the study");
        }
        int from = begin + BEGIN.length();
        return new ReadmeBlock(readme.substring(0, from), readme.substring(from, end), readme.substring(end));
    }

    String replaced(String other) {
        return before + other + after;
    }
}
