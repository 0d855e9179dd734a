package dev.counterpoint.domain.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class CanonicalBytesProperties {

    @Property
    void numbers_of_every_kind_are_read_as_they_were_written(
            @ForAll long number, @ForAll long fixed, @ForAll float single, @ForAll double real, @ForAll byte small) {
        CanonicalWriter out = new CanonicalWriter();
        out.writeNumber(number);
        out.writeLong(fixed);
        out.writeFloat(single);
        out.writeDouble(real);
        out.writeByte(small);

        CanonicalReader in = new CanonicalReader(out.toBytes());

        assertThat(in.readNumber()).isEqualTo(number);
        assertThat(in.readLong()).isEqualTo(fixed);
        assertThat(in.readFloat()).isEqualTo(single);
        assertThat(in.readDouble()).isEqualTo(real);
        assertThat(in.readByte()).isEqualTo(small & 0xFF);
        in.requireEnd();
    }

    @Property
    void words_are_read_as_they_were_written_and_repeated_ones_are_short(
            @ForAll @Size(max = 200) List<String> words, @ForAll String odd) {
        CanonicalWriter out = new CanonicalWriter();
        words.forEach(out::writeWord);
        out.writeWord(odd);
        int once = out.toBytes().length;
        words.forEach(out::writeWord);

        CanonicalReader in = new CanonicalReader(out.toBytes());

        words.forEach(word -> assertThat(in.readWord()).isEqualTo(word));
        assertThat(in.readWord()).isEqualTo(odd);
        words.forEach(word -> assertThat(in.readWord()).isEqualTo(word));
        in.requireEnd();
        assertThat(out.toBytes().length - once).isLessThanOrEqualTo(2 * words.size());
    }

    @Property
    void the_length_of_a_word_is_known_before_it_is_written(@ForAll("anyUnits") String word) {
        CanonicalWriter out = new CanonicalWriter();
        out.writeWord(word);
        CanonicalWriter bare = new CanonicalWriter();
        bare.writeNumber(0);
        bare.writeNumber(CanonicalWriter.encodedLength(word));

        assertThat(out.toBytes()).hasSize(bare.toBytes().length + CanonicalWriter.encodedLength(word));
        assertThat(new CanonicalReader(out.toBytes()).readWord()).isEqualTo(word);
    }

    @Property
    void sparse_arrays_take_no_room_for_zeros(@ForAll @Size(min = 1, max = 64) float[] values) {
        CanonicalWriter out = new CanonicalWriter();
        out.writeSparse(values);
        float[] read = new float[values.length];
        new CanonicalReader(out.toBytes()).readSparse(read);
        CanonicalWriter zeros = new CanonicalWriter();
        zeros.writeSparse(new float[values.length]);

        for (int i = 0; i < values.length; i++) {
            // A negative zero is a zero.
            assertThat(read[i]).isEqualTo(values[i] == 0 ? 0f : values[i]);
        }
        assertThat(zeros.toBytes()).containsExactly(0);
    }

    @Property
    void any_bytes_are_read_or_refused(@ForAll @Size(max = 40) byte[] bytes) {
        CanonicalReader in = new CanonicalReader(bytes);

        assertThatThrownBy(() -> {
                    for (int i = 0; i <= bytes.length; i++) {
                        assertThat(in.readWord()).isNotNull();
                        in.readCount();
                    }
                })
                .isInstanceOf(UnreadableBytesException.class)
                .hasMessageMatching("(?s).+");
    }

    @Provide
    Arbitrary<String> anyUnits() {
        return Arbitraries.chars().all().list().ofMaxSize(50).map(units -> {
            StringBuilder word = new StringBuilder();
            units.forEach(word::append);
            return word.toString();
        });
    }
}
