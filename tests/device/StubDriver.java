package tests.device;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** A library that answers as NVIDIA's driver does, from the environment: STUB_GPUS, STUB_CUDA, STUB_CAPABILITY, STUB_ERROR. */
final class StubDriver {

    private static final String SOURCE = """
            #include <stdlib.h>
            #include <string.h>
            static int of(const char *name, int otherwise) { return getenv(name) ? atoi(getenv(name)) : otherwise; }
            int cuDriverGetVersion(int *version) { *version = of("STUB_CUDA", 12080); return 0; }
            int cuInit(unsigned flags) { return of("STUB_ERROR", 0); }
            int cuDeviceGetCount(int *count) { *count = of("STUB_GPUS", 1); return 0; }
            int cuDeviceGet(int *device, int ordinal) { *device = ordinal; return 0; }
            int cuDeviceGetName(char *name, int length, int device) { strncpy(name, "NVIDIA Stub", length); return 0; }
            int cuDeviceTotalMem_v2(size_t *bytes, int device) { *bytes = 42400000000; return 0; }
            int cuDeviceGetAttribute(int *value, int attribute, int device) {
              int capability = of("STUB_CAPABILITY", 80);
              *value = attribute == 75 ? capability / 10 : attribute == 76 ? capability % 10 : -1;
              return 0;
            }
            int cuDevicePrimaryCtxRetain(void **context, int device) { *context = (void *) 1; return 0; }
            int cuCtxPushCurrent_v2(void *context) { return 0; }
            int cuMemGetInfo_v2(size_t *free, size_t *total) { *free = 40000000000; *total = 42400000000; return 0; }
            int cuCtxPopCurrent_v2(void **context) { return 0; }
            int cuDevicePrimaryCtxRelease_v2(int device) { return 0; }
            """;

    private StubDriver() {}

    /** Compiles it into a folder as libcuda.so.1; the test is skipped where there is no C compiler. */
    static Path in(Path folder) throws IOException, InterruptedException {
        Assumptions.assumeTrue(System.getProperty("os.name").equals("Linux") && Files.isExecutable(Path.of("/usr/bin/cc")), "no C compiler");
        Path source = Files.writeString(folder.resolve("stub.c"), SOURCE);
        Path library = folder.resolve("libcuda.so.1");
        var compiler = new ProcessBuilder("/usr/bin/cc", "-shared", "-fPIC", "-o", library.toString(), source.toString()).inheritIO().start();
        if (compiler.waitFor() != 0) {
            throw new IllegalStateException("the stub does not compile");
        }
        return library;
    }
}
