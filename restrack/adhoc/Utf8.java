package restrack.adhoc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Looks for the place where a file stops being UTF-8. */
final class Utf8 {
    private static final int CHUNK = 1 << 16;

    private Utf8() {
    }

    /** {@return the line of the first bytes that are no UTF-8, counted from 1; none if there are none} */
    static OptionalLong firstError(Path file) {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var bytes = ByteBuffer.allocate(CHUNK);
        var chars = CharBuffer.allocate(CHUNK);
        long line = 1;
        try (var channel = Files.newByteChannel(file)) {
            for (boolean end = false; !end;) {
                end = channel.read(bytes) < 0;
                var result = decoder.decode(bytes.flip(), chars, end);
                line += chars.flip().chars().filter(c -> c == '\n').count();
                if (result.isError()) {
                    return OptionalLong.of(line);
                }
                bytes.compact();
                chars.clear();
            }
            return OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
