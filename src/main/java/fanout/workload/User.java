package fanout.workload;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/**
 * One answer: {@code {"id":N}}, with a filler where a payload was asked for. Other fields are ignored, so that the
 * users of any server are accepted.
 *
 * @param id the user's id
 * @param filler what fills the answer up to its payload, or null
 */
public record User(@JsonProperty(required = true) long id, String filler) {
    /** Lenient towards more fields, strict towards the id: absent, null, twice, a string or a fraction is
     * an error. */
    private static final ObjectReader READER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build()
            .readerFor(User.class);

    /**
     * Parses an answer's body.
     *
     * @throws IOException if it is not a JSON object with a whole number as its {@code id}
     */
    public static User parse(byte[] json) throws IOException {
        User user = READER.readValue(json);
        if (user == null) {
            throw new IOException("the body is null, not a JSON object");
        }
        return user;
    }

    /** The same user, and none of its filler's memory. */
    User withoutFiller() {
        return filler == null ? this : new User(id, null);
    }
}
