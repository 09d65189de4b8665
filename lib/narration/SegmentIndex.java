package lib.narration;

import java.util.List;
import java.util.Optional;
import lib.narration.Segment.Place;

/** Which segment is heard where: the one table. Names and order are those of the notebook that the course grew from. */
public final class SegmentIndex {

    /**
     * A segment's place in the course.
     *
     * @param stem the name of its files in narration/, without their endings
     * @param section the section of lessons.md that it belongs to
     * @param place where on that section's page it is heard
     */
    public record Entry(String stem, String section, Place place) {}

    /** All segments, in the order of the course. */
    public static final List<Entry> ENTRIES = List.of(
            new Entry("02_00_intro", "why", Place.QUESTION),
            new Entry("02_01_setup_code", "setup", Place.CODE),
            new Entry("02_02_why_matter", "why", Place.QUESTION),
            new Entry("02_03_compass_analogy", "compass", Place.QUESTION),
            new Entry("02_04_math_intro", "mathematics", Place.QUESTION),
            new Entry("02_05_key_insight_ebm", "key-insight", Place.QUESTION),
            new Entry("02_06_1d_gaussian_score_viz", "gaussian-score", Place.FIGURE),
            new Entry("02_07_2d_score_intro", "score-field", Place.QUESTION),
            new Entry("02_08_2d_gaussian_score_viz", "score-field", Place.FIGURE),
            new Entry("02_09_score_from_energy_intro", "score-from-energy", Place.QUESTION),
            new Entry("02_10_score_from_energy_viz", "score-from-energy", Place.FIGURE),
            new Entry("02_11_todo_langevin_intro", "langevin-1d", Place.QUESTION),
            new Entry("02_12_todo_langevin_1d", "langevin-1d", Place.QUESTION),
            new Entry("02_13_verification_langevin_1d", "langevin-1d", Place.CODE),
            new Entry("02_14_todo_langevin_2d_intro", "langevin-2d", Place.QUESTION),
            new Entry("02_15_todo_langevin_2d", "langevin-2d", Place.QUESTION),
            new Entry("02_16_putting_it_together_transition", "langevin-gaussian", Place.QUESTION),
            new Entry("02_17_2d_langevin_viz", "langevin-gaussian", Place.FIGURE),
            new Entry("02_18_bimodal_sampling_transition", "bimodal-sampling", Place.QUESTION),
            new Entry("02_19_bimodal_sampling_viz", "bimodal-sampling", Place.FIGURE),
            new Entry("02_20_final_output_intro", "langevin-animation", Place.QUESTION),
            new Entry("02_21_animated_viz", "langevin-animation", Place.FIGURE),
            new Entry("02_22_reflection", "reflection", Place.QUESTION));

    private SegmentIndex() {}

    /** The segment of that name, if the course has one. */
    static Optional<Entry> find(String stem) {
        return ENTRIES.stream().filter(entry -> entry.stem().equals(stem)).findFirst();
    }
}
