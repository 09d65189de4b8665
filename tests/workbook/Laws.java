package tests.workbook;

import static java.lang.Math.*;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.special.Erf;

/** What the text says numbers of, worked out from the formulas alone: no tensor, no seed, nothing of the library. */
final class Laws {

    private Laws() {}

    /** The variance of a chain on N(0, 1) after so many steps from a start of variance {@code start}. */
    static double variance(double start, double eta, int steps) {
        double v = start;
        for (int t = 0; t < steps; t++) {
            v = (1 - eta) * (1 - eta) * v + 2 * eta;
        }
        return v;
    }

    /** V = 1 / (1 - η/2), where that variance settles. */
    static double limit(double eta) {
        return 1 / (1 - eta / 2);
    }

    /** How much the kicks of so many steps have moved a chain on N(0, 1): their standard deviation. */
    static double kicks(double eta, int steps) {
        return sqrt(variance(0, eta, steps));
    }

    /** The standard normal distribution function. */
    static double below(double z) {
        return Erf.erfc(-z / sqrt(2)) / 2;
    }

    /**
     * The share of chains on N(0, 1), step by step, that have not been at 0 or below since they started at x0 &gt; 0: the density
     * of those that are left, on a grid of 0.01, carried through the kernel of a step.
     */
    static double[] stillOut(double x0, double eta, int steps) {
        double h = 0.01;
        double sd = sqrt(2 * eta);
        int n = (int) round((x0 + 6) / h);
        int reach = (int) ceil(8 * sd / h);
        double[] p = IntStream.range(0, n).mapToDouble(i -> kernel((i + 0.5) * h - (1 - eta) * x0, sd) * h).toArray();
        double[] left = new double[steps + 1];
        left[0] = 1;
        for (int t = 1; t <= steps; t++) {
            left[t] = Arrays.stream(p).sum();
            double[] next = new double[n];
            for (int i = 0; i < n; i++) {
                double mean = (1 - eta) * (i + 0.5) * h;
                int centre = (int) (mean / h);
                for (int j = max(0, centre - reach); j < min(n, centre + reach); j++) {
                    next[j] += p[i] * kernel((j + 0.5) * h - mean, sd) * h;
                }
            }
            p = next;
        }
        return left;
    }

    private static double kernel(double d, double sd) {
        return exp(-d * d / (2 * sd * sd)) / (sd * sqrt(2 * PI));
    }

    /** -log p of the two modes along x₁, up to a constant: x²/2 - log cosh 2x. */
    static double twoModes(double x) {
        return x * x / 2 - log(cosh(2 * x));
    }

    /** Where p has its right peak: x = 2 tanh 2x. */
    static double peak() {
        double x = 2;
        for (int k = 0; k < 100; k++) {
            x = 2 * tanh(2 * x);
        }
        return x;
    }

    /**
     * P(x₁ &gt; 0) of a diffusion on the two modes that starts at -2, at t = 0, .01, .02 and so on: the backward equation u' = L u,
     * L reversible on a grid of 0.02 between ±7, by Crank and Nicolson's rule after four implicit steps that smooth the jump.
     */
    static double[] onTheRight(double until) {
        double h = 0.02;
        double dt = 0.01;
        int n = 700;
        double[] up = new double[n];
        double[] down = new double[n];
        double[] u = new double[n];
        for (int i = 0; i < n; i++) {
            double x = (i + 0.5) * h - 7;
            up[i] = i + 1 < n ? exp(twoModes(x) - twoModes(x + h / 2)) / (h * h) : 0;
            down[i] = i > 0 ? exp(twoModes(x) - twoModes(x - h / 2)) / (h * h) : 0;
            u[i] = x > 0 ? 1 : 0;
        }
        int start = (int) round(5 / h); // -2 lies between two cells
        double[] right = new double[(int) round(until / dt) + 1];
        for (int t = 1; t < right.length; t++) {
            u = step(u, up, down, dt, t <= 4 ? 1 : 0.5);
            right[t] = (u[start - 1] + u[start]) / 2;
        }
        return right;
    }

    /** (1 - θ dt L) v = (1 + (1 - θ) dt L) u, a tridiagonal system. */
    private static double[] step(double[] u, double[] up, double[] down, double dt, double theta) {
        int n = u.length;
        double[] c = new double[n];
        double[] v = new double[n];
        for (int i = 0; i < n; i++) {
            double slope = (i + 1 < n ? up[i] * (u[i + 1] - u[i]) : 0) + (i > 0 ? down[i] * (u[i - 1] - u[i]) : 0);
            double a = -theta * dt * down[i];
            double pivot = 1 + theta * dt * (up[i] + down[i]) - (i > 0 ? a * c[i - 1] : 0);
            c[i] = -theta * dt * up[i] / pivot;
            v[i] = (u[i] + (1 - theta) * dt * slope - (i > 0 ? a * v[i - 1] : 0)) / pivot;
        }
        for (int i = n - 2; i >= 0; i--) {
            v[i] -= c[i] * v[i + 1];
        }
        return v;
    }

    /** The double well E = (|x|² - 1)² + x₂²/2. */
    static double doubleWell(double x1, double x2) {
        double rim = x1 * x1 + x2 * x2 - 1;
        return rim * rim + x2 * x2 / 2;
    }

    /** ∫ exp(-E) of the double well, added up on a grid of 0.02. */
    static double z() {
        double sum = 0;
        for (int i = -200; i <= 200; i++) {
            for (int j = -200; j <= 200; j++) {
                sum += exp(-doubleWell(i * 0.02, j * 0.02));
            }
        }
        return sum * 0.02 * 0.02;
    }

    /** The share of N(0, 16 I) that lies farther than r from both modes. */
    static double farFromBoth(double r) {
        double h = 0.05;
        double sum = 0;
        for (double x = h / 2; x < 40; x += h) {
            for (double y = h / 2; y < 40; y += h) {
                sum += hypot(x - 2, y) > r ? exp(-(x * x + y * y) / 32) : 0; // the right one is nearer, for x > 0
            }
        }
        return 4 * sum * h * h / (2 * PI * 16);
    }
}
