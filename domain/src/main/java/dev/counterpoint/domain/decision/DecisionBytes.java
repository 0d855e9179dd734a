package dev.counterpoint.domain.decision;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.CardKind;
import dev.counterpoint.domain.catalog.SourceKind;
import dev.counterpoint.domain.embedding.Embeddings;
import dev.counterpoint.domain.encoding.CanonicalReader;
import dev.counterpoint.domain.encoding.CanonicalWriter;
import dev.counterpoint.domain.encoding.UnreadableBytesException;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.home.Arm;
import dev.counterpoint.domain.home.Calibration;
import dev.counterpoint.domain.home.Digest;
import dev.counterpoint.domain.home.DrawingPolicy;
import dev.counterpoint.domain.home.EpsilonGreedy;
import dev.counterpoint.domain.home.Greedy;
import dev.counterpoint.domain.home.Grid;
import dev.counterpoint.domain.home.Page;
import dev.counterpoint.domain.home.PlackettLuce;
import dev.counterpoint.domain.home.ShelfProposal;
import dev.counterpoint.domain.time.Micros;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The canonical bytes of a decision: equal records have equal bytes, and a record of an older form stays readable for ever. The chain of
 * decisions is taken over them.
 */
public final class DecisionBytes {
    private static final int FORM = 2;
    /** Without embeddings, late sources, media and calibration; no rule is named. */
    private static final int FIRST_FORM = 1;

    private static final String UNNAMED_RULE = "rule";

    private DecisionBytes() {}

    public static byte[] encode(DecisionRecord decision) {
        CanonicalWriter out = new CanonicalWriter();
        out.writeByte(FORM);
        out.writeWord(decision.listener().value());
        out.writeNumber(Micros.of(decision.servedAt()));
        write(out, decision.request());
        write(out, decision.versions());
        write(out, decision.treatment());
        out.writeLong(decision.seed());
        ProposalBytes.write(out, decision.proposals());
        writeBlocked(out, decision.blocked());
        writeSources(out, decision.late());
        write(out, decision.calibration());
        write(out, decision.scores());
        DigestBytes.write(out, decision.features());
        PageBytes.write(out, decision.page());
        writeCaptions(out, decision.captions());
        return out.toBytes();
    }

    /** @throws UnreadableBytesException if the bytes are damaged or of a form that is not known here */
    public static DecisionRecord decode(byte[] bytes) {
        CanonicalReader in = new CanonicalReader(bytes);
        int form = in.readByte();
        if (form < FIRST_FORM || form > FORM) {
            throw new UnreadableBytesException("a decision in form " + form + " is not in form 1 to " + FORM);
        }
        try {
            DecisionRecord decision = read(in, form);
            in.requireEnd();
            return decision;
        } catch (IllegalArgumentException | ArithmeticException odd) {
            throw new UnreadableBytesException("not a decision: " + odd.getMessage());
        }
    }

    private static DecisionRecord read(CanonicalReader in, int form) {
        StreamId listener = new StreamId(in.readWord());
        long servedAt = in.readNumber();
        PageRequest request = readRequest(in);
        CitedVersions versions = readVersions(in, form);
        Treatment treatment = readTreatment(in);
        long seed = in.readLong();
        List<ShelfProposal> proposals = ProposalBytes.read(in, form > FIRST_FORM);
        Map<CardId, String> blocked = readBlocked(in, form);
        Set<SourceKind> late = form == FIRST_FORM ? Set.of() : readSources(in);
        Calibration calibration = form == FIRST_FORM ? null : readCalibration(in);
        PairScores scores = readScores(in);
        Digest features = DigestBytes.read(in);
        Page page = PageBytes.read(in, form > FIRST_FORM);
        return new DecisionRecord(
                listener,
                Micros.toInstant(servedAt),
                request,
                versions,
                treatment,
                seed,
                proposals,
                blocked,
                late,
                calibration,
                scores,
                features,
                page,
                readCaptions(in));
    }

    private static void write(CanonicalWriter out, PageRequest request) {
        out.writeWord(request.surface());
        out.writeNumber(request.grid().rows());
        out.writeNumber(request.grid().columns());
        out.writeNumber(request.utcOffsetMinutes() + PageRequest.MAX_OFFSET_MINUTES);
        writeOptional(out, request.requestId());
    }

    private static PageRequest readRequest(CanonicalReader in) {
        String surface = in.readWord();
        Grid grid = new Grid(Math.toIntExact(in.readNumber()), Math.toIntExact(in.readNumber()));
        int offset = Math.toIntExact(in.readNumber()) - PageRequest.MAX_OFFSET_MINUTES;
        return new PageRequest(surface, grid, offset, readOptional(in));
    }

    private static void write(CanonicalWriter out, CitedVersions versions) {
        out.writeNumber(versions.profileSequence() + 1);
        out.writeNumber(versions.foldVersion());
        out.writeNumber(versions.catalog());
        out.writeNumber(versions.statistics());
        out.writeWord(versions.embeddings());
        out.writeWord(versions.featureSet());
        out.writeWord(versions.model());
        out.writeWord(versions.code());
        out.writeWord(versions.clock());
    }

    private static CitedVersions readVersions(CanonicalReader in, int form) {
        return new CitedVersions(
                in.readNumber() - 1,
                Math.toIntExact(in.readNumber()),
                in.readNumber(),
                in.readNumber(),
                form == FIRST_FORM ? Embeddings.NONE : in.readWord(),
                in.readWord(),
                in.readWord(),
                in.readWord(),
                in.readWord());
    }

    private static void write(CanonicalWriter out, Treatment treatment) {
        Arm arm = treatment.arm();
        writeOptional(out, arm == null ? null : arm.written());
        out.writeWord(treatment.stage());
        DrawingPolicy policy = treatment.policy();
        out.writeWord(policy.name());
        if (policy instanceof EpsilonGreedy greedy) {
            out.writeDouble(greedy.epsilon());
            out.writeDouble(greedy.eta());
        } else if (policy instanceof PlackettLuce weighed) {
            out.writeDouble(weighed.temperature());
            out.writeDouble(weighed.eta());
        }
        out.writeNumber(treatment.degraded().size());
        treatment.degraded().forEach(out::writeWord);
    }

    private static Treatment readTreatment(CanonicalReader in) {
        String arm = readOptional(in);
        String stage = in.readWord();
        DrawingPolicy policy = readPolicy(in);
        return new Treatment(arm == null ? null : Arm.parse(arm), stage, policy, readWords(in));
    }

    private static DrawingPolicy readPolicy(CanonicalReader in) {
        String name = in.readWord();
        return switch (name) {
            case "epsilon-greedy" -> new EpsilonGreedy(in.readDouble(), in.readDouble());
            case "plackett-luce" -> new PlackettLuce(in.readDouble(), in.readDouble());
            case "greedy" -> new Greedy();
            default -> throw new UnreadableBytesException("no policy is called " + name);
        };
    }

    private static void write(CanonicalWriter out, PairScores scores) {
        out.writeNumber(scores.size());
        for (int pair = 0; pair < scores.size(); pair++) {
            out.writeFloat(scores.get(pair));
        }
    }

    private static PairScores readScores(CanonicalReader in) {
        float[] values = new float[in.readCount()];
        for (int pair = 0; pair < values.length; pair++) {
            values[pair] = in.readFloat();
        }
        return new PairScores(values);
    }

    private static void writeBlocked(CanonicalWriter out, Map<CardId, String> blocked) {
        out.writeNumber(blocked.size());
        new TreeMap<>(blocked).forEach((card, rule) -> {
            out.writeWord(card.value());
            out.writeWord(rule);
        });
    }

    private static Map<CardId, String> readBlocked(CanonicalReader in, int form) {
        Map<CardId, String> blocked = new HashMap<>();
        int count = in.readCount();
        for (int i = 0; i < count; i++) {
            CardId card = new CardId(in.readWord());
            blocked.put(card, form == FIRST_FORM ? UNNAMED_RULE : in.readWord());
        }
        return blocked;
    }

    private static void write(CanonicalWriter out, @Nullable Calibration calibration) {
        out.writeByte(calibration == null ? 0 : 1);
        if (calibration != null) {
            out.writeDouble(calibration.music());
            out.writeDouble(calibration.podcast());
            out.writeDouble(calibration.audiobook());
        }
    }

    private static @Nullable Calibration readCalibration(CanonicalReader in) {
        return readFlag(in) ? new Calibration(in.readDouble(), in.readDouble(), in.readDouble()) : null;
    }

    private static void writeSources(CanonicalWriter out, Set<SourceKind> sources) {
        out.writeNumber(sources.size());
        sources.stream().sorted().map(SourceKind::written).forEach(out::writeWord);
    }

    private static Set<SourceKind> readSources(CanonicalReader in) {
        Set<SourceKind> sources = EnumSet.noneOf(SourceKind.class);
        readWords(in).forEach(word -> sources.add(SourceKind.parse(word)));
        return sources;
    }

    private static void writeCaptions(CanonicalWriter out, Map<CardId, Caption> captions) {
        out.writeNumber(captions.size());
        new TreeMap<>(captions).forEach((card, caption) -> {
            out.writeWord(card.value());
            out.writeWord(caption.kind().written());
            out.writeWord(caption.title());
        });
    }

    private static Map<CardId, Caption> readCaptions(CanonicalReader in) {
        Map<CardId, Caption> captions = new HashMap<>();
        int count = in.readCount();
        for (int i = 0; i < count; i++) {
            CardId card = new CardId(in.readWord());
            captions.put(card, new Caption(CardKind.parse(in.readWord()), in.readWord()));
        }
        return captions;
    }

    static List<String> readWords(CanonicalReader in) {
        List<String> words = new ArrayList<>();
        int count = in.readCount();
        for (int i = 0; i < count; i++) {
            words.add(in.readWord());
        }
        return words;
    }

    static void writeOptional(CanonicalWriter out, @Nullable String word) {
        out.writeByte(word == null ? 0 : 1);
        if (word != null) {
            out.writeWord(word);
        }
    }

    static @Nullable String readOptional(CanonicalReader in) {
        return readFlag(in) ? in.readWord() : null;
    }

    static boolean readFlag(CanonicalReader in) {
        int flag = in.readByte();
        if (flag > 1) {
            throw new UnreadableBytesException("a flag is 0 or 1, not " + flag);
        }
        return flag == 1;
    }
}
