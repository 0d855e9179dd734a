package dev.counterpoint.infra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.infra.cli.terminal.Exit;
import dev.counterpoint.infra.cli.testing.CommandRun;
import dev.counterpoint.infra.cli.testing.RecordingPlatform;
import dev.counterpoint.infra.cli.testing.Screen;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** {@code compare --html}: the page is read as XML, which it is besides HTML. */
class ComparePageTest {
    private static final String COMPARISON = "/v1/training-runs/run-2/comparison";
    private static final String IMAGE = "data:image/svg+xml;base64,";

    /** Of two candidates, told apart by the colour-blind too. */
    private static final String BLUE = "#0072b2";

    private static final String VERMILION = "#d55e00";

    @TempDir
    private Path folder;

    private final RecordingPlatform platform = new RecordingPlatform();
    private Path file = Path.of("");

    @BeforeEach
    void run() {
        file = folder.resolve("report.html");
        platform.runningOn(folder)
                .answering("/v1/training-runs/run-2", "{\"runId\": \"run-2\", \"reward\": \"click\"}")
                .answering(COMPARISON, CompareTest.comparison());
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    void page_isOneFile_wellFormed_andAccessible() throws Exception {
        CommandRun run = compare(file);

        assertThat(run.exit()).as(run.sentences()).isZero();
        assertThat(run.figures()).contains("m-good");
        assertThat(run.sentences()).contains(file.toString());
        assertThat(Files.readString(file)).startsWith("<!DOCTYPE html>").doesNotContain("<script", "href=", "url(");
        Document page = page();
        assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("en");
        assertThat(texts(page, "h1")).containsExactly("Comparison of policies, training run-2");
        assertThat(texts(page, "h2"))
                .containsExactly(
                        "In short",
                        "What was served",
                        "Differences to the served pages",
                        "Differences by slice",
                        "All values",
                        "Overlap",
                        "Assumptions",
                        "Audit and warnings");
        assertThat(elements(page, "table"))
                .hasSize(4)
                .allSatisfy(table -> assertThat(
                                table.getElementsByTagName("caption").getLength())
                        .isEqualTo(1));
        assertThat(elements(page, "th"))
                .allSatisfy(head -> assertThat(head.getAttribute("scope")).isIn("col", "row"));
        assertThat(elements(page, "img")).hasSize(3).allSatisfy(image -> {
            assertThat(image.getAttribute("src")).startsWith(IMAGE);
            assertThat(image.getAttribute("alt")).contains("m-good");
        });
    }

    @Test
    void aCandidate_hasASentence() throws Exception {
        compare(file);

        assertThat(texts(page(), "li"))
                .contains(
                        "m-good earns between 0.0300 and 0.0700 more a page than what was served, with 95 % for all candidates at"
                                + " once.",
                        "m-same cannot be told apart from what was served: the difference is between -0.0190 and +0.0210 a page,"
                                + " with 95 % for all candidates at once.",
                        "popularity earns between 0.0200 and 0.0600 less a page than what was served, with 95 % for all candidates"
                                + " at once.",
                        "m-<b>&\"few\": withheld: 812 clusters are fewer than 2000; the largest weight of <b>31</b> is above 20.");
    }

    @Test
    void names_areEscaped_alsoThoseThatXmlCannotHold() throws Exception {
        platform.answering(COMPARISON, CompareTest.comparison().replace("m-good", "m-]]>\\u0007<i>"));

        compare(file);

        assertThat(elements(page(), "b")).isEmpty();
        assertThat(elements(page(), "i")).isEmpty();
        assertThat(texts(page(), "th")).contains("m-]]>\ufffd<i>", "m-<b>&\"few\"");
        assertThat(texts(drawing(0), "text")).contains("m-]]>\ufffd<i>");
    }

    @Test
    void drawings_haveARowForEachDifference_andNoneForWhatIsWithheld() throws Exception {
        compare(file);

        assertThat(texts(drawing(0), "text"))
                .contains("m-good", "m-same", "popularity")
                .doesNotContain("m-<b>&\"few\"");
        assertThat(texts(drawing(2), "text"))
                .contains("tier=premium", "tier=free", "m-good", "m-same")
                .doesNotContain("listener=new");
        assertThat(fills(drawing(2))).contains(BLUE, VERMILION);
        assertThat(texts(page(), "figcaption"))
                .contains(
                        "Reward click, all pages. Of 4 differences 1 are withheld.",
                        "Reward click, by slice. Of 6 differences 2 are withheld.");
    }

    @Test
    void tables_haveOverlapArmsAndAssumptions() throws Exception {
        compare(file);

        assertThat(texts(page(), "td"))
                .contains(
                        "0190-aa row 0 column 2: 7.50; 0190-bb row 1 column 0: 6.25",
                        "popularity +0.1000 [+0.0600, +0.1400]; uniform +0.1500 [+0.1100, +0.1900]",
                        "[+0.0300, +0.0700]",
                        "what a slot earns depends on its own place, shelf and card only, or the model is right");
        assertThat(texts(page(), "p"))
                .anyMatch(text ->
                        text.contains("the same scores without chance would change what a page earns by +0.0100"));
    }

    @Test
    void withoutAnything_thePageStillStands() throws Exception {
        platform.answering(
                COMPARISON,
                "{\"runId\": \"run-2\", \"from\": \"2026-05-01T00:00:00Z\", \"to\": \"2026-06-01T00:00:00Z\","
                        + " \"values\": [{\"policy\": \"m-1\", \"reward\": \"click\", \"slice\": \"all\", \"estimator\": \"DR\","
                        + " \"propensity\": \"marginal\", \"assumption\": \"none\"}]}");

        CommandRun run = compare(file);

        assertThat(run.exit()).as(run.sentences()).isZero();
        assertThat(texts(page(), "li")).contains("m-1: withheld: no reason given.", "There are no warnings.");
        assertThat(elements(page(), "img")).isEmpty();
    }

    @Test
    void aPageThatIsThere_isReplaced_andNothingIsLeftBeside() throws Exception {
        Files.writeString(file, "an older one");

        compare(file);

        assertThat(page().getDocumentElement().getTagName()).isEqualTo("html");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(each -> each.getFileName().toString()))
                    .containsExactlyInAnyOrder("report.html", "server.json");
        }
    }

    @Test
    void whereItCannotBeWritten_itFails() {
        CommandRun run = compare(folder.resolve("missing").resolve("report.html"));

        assertThat(run.exit()).isEqualTo(Exit.FAILED.code());
        assertThat(run.sentences()).contains("report.html cannot be written");
    }

    private Document page() throws Exception {
        return parsed(Files.readAllBytes(file));
    }

    private Document drawing(int number) throws Exception {
        String source = elements(page(), "img").get(number).getAttribute("src");
        return parsed(Base64.getDecoder().decode(source.substring(IMAGE.length())));
    }

    private static Document parsed(byte[] bytes) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        DocumentBuilder builder = factory.newDocumentBuilder();
        return builder.parse(new ByteArrayInputStream(bytes));
    }

    private static List<Element> elements(Document document, String name) {
        return IntStream.range(0, document.getElementsByTagName(name).getLength())
                .mapToObj(i -> (Element) document.getElementsByTagName(name).item(i))
                .toList();
    }

    private static List<String> texts(Document document, String name) {
        return elements(document, name).stream().map(Element::getTextContent).toList();
    }

    private static List<String> fills(Document drawing) {
        return elements(drawing, "circle").stream()
                .map(mark -> mark.getAttribute("fill"))
                .toList();
    }

    private CommandRun compare(Path html) {
        Screen screen = new Screen();
        int exit = Counterpoint.commandLine(screen.terminal())
                .execute("compare", "run-2", "--data", folder.toString(), "--html", html.toString());
        return new CommandRun(exit, screen.figures(), screen.sentences());
    }
}
