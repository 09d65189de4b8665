package lib.chart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;

/** JSON as Plotly reads it: objects, numbers rounded to what a screen can show, and typed arrays in base64. */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    static ArrayNode array(double... values) {
        ArrayNode array = array();
        for (double value : values) {
            array.add(round(value));
        }
        return array;
    }

    /** A number at six significant digits, a whole number where it is one: short and the same everywhere. */
    static double round(double value) {
        return value == 0 || !Double.isFinite(value) ? 0
                : new java.math.BigDecimal(value).round(new java.math.MathContext(6)).doubleValue();
    }

    /** Float32 values in base64: 5.3 characters a number. NaN is a gap. */
    static ObjectNode floats(double... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            bytes.putFloat((float) value);
        }
        return typed("f4", bytes, null);
    }

    /** Float32 rows in base64, for instance several numbers for the hover of each mark. */
    static ObjectNode floats(double[][] rows) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * rows.length * rows[0].length).order(ByteOrder.LITTLE_ENDIAN);
        for (double[] row : rows) {
            for (double value : row) {
                bytes.putFloat((float) value);
            }
        }
        return typed("f4", bytes, rows.length + "," + rows[0].length);
    }

    /** Whole numbers from 0 to 65535 in base64, rows of one length: 2.7 characters a number. */
    static ObjectNode shorts(int[][] rows) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * rows.length * rows[0].length).order(ByteOrder.LITTLE_ENDIAN);
        for (int[] row : rows) {
            for (int value : row) {
                bytes.putShort((short) value);
            }
        }
        return typed("u2", bytes, rows.length + "," + rows[0].length);
    }

    private static ObjectNode typed(String type, ByteBuffer bytes, String shape) {
        ObjectNode node = object().put("dtype", type).put("bdata", Base64.getEncoder().encodeToString(bytes.array()));
        return shape == null ? node : node.put("shape", shape);
    }

    /** JSON that is safe inside a script element. */
    static String script(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node).replace("</", "<\\/").replace("<!--", "<\\!--");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
