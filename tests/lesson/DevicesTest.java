package tests.lesson;

import static org.junit.jupiter.api.Assertions.*;

import ai.djl.Device;
import java.util.List;
import java.util.Optional;
import lib.lesson.Devices;
import lib.io.UserError;
import org.junit.jupiter.api.*;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The choice of a device, on machines made up here: no GPU is needed to test what happens with one. */
@DisplayName("Devices")
class DevicesTest {

    private record Machine(int gpus, boolean mps) implements Devices.Machine {
        @Override
        public Optional<String> refusal(Device device) {
            boolean works = device.equals(Devices.MPS) ? mps : device.getDeviceId() < gpus;
            return works ? Optional.empty() : Optional.of("it is not there");
        }

        @Override
        public String found() {
            return gpus + " GPUs of this test.";
        }
    }

    @ParameterizedTest(name = "{0} with {1} GPUs is {2}")
    @CsvSource({
        "auto, 0, cpu()",
        "auto, 1, gpu(0)",
        "auto, 4, gpu(0)",
        "cpu, 4, cpu()",
        "gpu, 1, gpu(0)",
        "gpu:0, 1, gpu(0)",
        "gpu:3, 4, gpu(3)",
    })
    void chosen(String name, int gpus, String device) {
        assertEquals(device, Devices.choose(name, new Machine(gpus, false)).toString());
    }

    @ParameterizedTest(name = "{0} with {1} GPUs is refused with what was found")
    @CsvSource({"gpu, 0", "gpu:0, 0", "gpu:1, 1", "gpu:999, 8", "mps, 8"})
    void missing(String name, int gpus) {
        var mistake = assertThrows(UserError.class, () -> Devices.choose(name, new Machine(gpus, false)));
        assertEquals(2, mistake.exitStatus());
        assertEquals("--device " + name + ": this machine has " + gpus + " GPUs of this test.", mistake.getMessage());
        assertTrue(mistake.remedy().contains("--device cpu"));
    }

    @ParameterizedTest(name = "many chains with --device {0}, {1} GPUs and 3 processors are spread over {2}")
    @CsvSource(delimiter = '|', textBlock = """
            auto  | 0 | [cpu(), cpu(), cpu()]
            cpu   | 4 | [cpu(), cpu(), cpu()]
            auto  | 1 | [gpu(0)]
            auto  | 3 | [gpu(0), gpu(1), gpu(2)]
            gpu   | 2 | [gpu(0), gpu(1)]
            gpu:1 | 4 | [gpu(1)]
            """)
    void spread(String name, int gpus, String devices) {
        assertEquals(devices, Devices.spread(name, new Machine(gpus, false), 3).toString());
        assertEquals(List.of(Devices.MPS), Devices.spread("mps", new Machine(gpus, true), 3));
    }

    @Test
    @DisplayName("mps where Metal is, under the number that PyTorch gives it, and never by auto: it is untested upstream")
    void mps() {
        assertEquals(Devices.MPS, Devices.choose("mps", new Machine(0, true)));
        assertEquals(Device.cpu(), Devices.choose("auto", new Machine(0, true)));
    }

    @ParameterizedTest(name = "\"{0}\" is no device")
    @ValueSource(strings = {"", "tpu", "GPU", "gpu:", "gpu:-1", "gpu:1000", "gpu0", "cpu:0", "auto "})
    void notADevice(String name) {
        assertEquals(2, assertThrows(UserError.class, () -> Devices.requireName(name)).exitStatus());
    }
}
