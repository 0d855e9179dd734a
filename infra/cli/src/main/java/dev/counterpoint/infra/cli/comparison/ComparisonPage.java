package dev.counterpoint.infra.cli.comparison;

import dev.counterpoint.infra.cli.comparison.Findings.Value;
import dev.counterpoint.infra.cli.terminal.Percent;
import java.util.List;

/** What was found, as one HTML file that needs nothing else: no scripts, no fonts, no other files. It follows the reader's light or dark. */
final class ComparisonPage {
    private static final String STYLE = """

            :root { color-scheme: light dark; }
            body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem;
              background: Canvas; color: CanvasText; }
            h1, h2 { line-height: 1.2; overflow-wrap: anywhere; }
            .wide { overflow-x: auto; margin: 1rem 0; }
            table { border-collapse: collapse; font-size: .85rem; font-variant-numeric: tabular-nums; }
            caption { text-align: left; font-weight: 600; padding: .3rem 0; }
            th, td { border: 1px solid GrayText; padding: .25rem .5rem; text-align: left; vertical-align: top; }
            figure { margin: 1rem 0; break-inside: avoid; }
            img { display: block; max-width: 100%; height: auto; background: #fff; }
            .limits { border-left: .3rem solid; padding-left: .8rem; }
            @media print { body { margin: 0; max-width: none; } .wide { overflow: visible; } table { font-size: .6rem; }
              tr { break-inside: avoid; } }
            """;

    private final Markup html = Markup.ofPage();
    private final Findings findings;
    private final String reward;
    private final ComparisonTables tables;
    private final ComparisonFigures figures;

    /** @param reward of the training, which its slices are judged by */
    ComparisonPage(Findings findings, String reward) {
        this.findings = findings;
        this.reward = reward;
        this.tables = new ComparisonTables(html, findings);
        this.figures = new ComparisonFigures(html, findings);
    }

    String written() {
        String title = "Comparison of policies, training " + findings.runId();
        html.in(
                "html",
                () -> {
                    html.in(
                            "head",
                            () -> html.empty("meta", "charset", "utf-8")
                                    .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                                    .leaf("title", title)
                                    .leaf("style", STYLE));
                    html.in(
                            "body",
                            () -> html.in("main", () -> {
                                html.leaf("h1", title);
                                sections();
                            }));
                },
                "lang",
                "en");
        return html + "\n";
    }

    private void sections() {
        html.leaf(
                "p",
                "Pages served from " + findings.from() + " to " + findings.to() + ". The training's reward is " + reward
                        + ". Intervals are of " + Percent.of(findings.confidence())
                        + " and clustered by listener.");
        html.leaf("p", PlainWords.LIMITS, "class", "limits");
        inShort();
        section("What was served", () -> tables.arms(reward));
        section("Differences to the served pages", figures::byReward);
        section("Differences by slice", () -> figures.bySlice(reward));
        section("All values", tables::all);
        section("Overlap", () -> tables.overlap(reward));
        section("Assumptions", tables::assumptions);
        section("Audit and warnings", () -> {
            html.leaf("p", PlainWords.audit(findings));
            list(findings.warnings().isEmpty() ? List.of("There are no warnings.") : findings.warnings());
        });
    }

    private void inShort() {
        List<Value> candidates = findings.candidates(reward, Findings.ALL_PAGES);
        Digits digits = Digits.of(findings.of(reward, Findings.ALL_PAGES));
        section("In short", () -> {
            list(candidates.stream()
                    .map(value -> PlainWords.verdict(value, findings.confidence(), digits))
                    .toList());
            html.leaf("p", PlainWords.costOfExploration(findings.unexplored(reward, Findings.ALL_PAGES), digits));
        });
    }

    private void section(String title, Markup.Content content) {
        html.in("section", () -> {
            html.leaf("h2", title);
            content.write();
        });
    }

    private void list(List<String> entries) {
        if (!entries.isEmpty()) {
            html.in("ul", () -> entries.forEach(entry -> html.leaf("li", entry)));
        }
    }
}
