/**
 * The spoken narration: which segments there are, their captions and chapters, and packs of recordings in other
 * voices or languages.
 *
 * <p>A segment has a text (Markdown), a recording (MP3) and captions (WebVTT) in narration/; a pack from strangers
 * is checked file by file before it is used.
 */
package lib.narration;

//SOURCES Download.java
//SOURCES Mp3.java
//SOURCES Narration.java
//SOURCES Pack.java
//SOURCES PackStaging.java
//SOURCES PackStore.java
//SOURCES Segment.java
//SOURCES SegmentIndex.java
//SOURCES Transcript.java
//SOURCES WebVtt.java

//FILES narration/02_00_intro.md=../../narration/02_00_intro.md
//FILES narration/02_00_intro.mp3=../../narration/02_00_intro.mp3
//FILES narration/02_00_intro.vtt=../../narration/02_00_intro.vtt
//FILES narration/02_01_setup_code.md=../../narration/02_01_setup_code.md
//FILES narration/02_01_setup_code.mp3=../../narration/02_01_setup_code.mp3
//FILES narration/02_01_setup_code.vtt=../../narration/02_01_setup_code.vtt
//FILES narration/02_02_why_matter.md=../../narration/02_02_why_matter.md
//FILES narration/02_02_why_matter.mp3=../../narration/02_02_why_matter.mp3
//FILES narration/02_02_why_matter.vtt=../../narration/02_02_why_matter.vtt
//FILES narration/02_03_compass_analogy.md=../../narration/02_03_compass_analogy.md
//FILES narration/02_03_compass_analogy.mp3=../../narration/02_03_compass_analogy.mp3
//FILES narration/02_03_compass_analogy.vtt=../../narration/02_03_compass_analogy.vtt
//FILES narration/02_04_math_intro.md=../../narration/02_04_math_intro.md
//FILES narration/02_04_math_intro.mp3=../../narration/02_04_math_intro.mp3
//FILES narration/02_04_math_intro.vtt=../../narration/02_04_math_intro.vtt
//FILES narration/02_05_key_insight_ebm.md=../../narration/02_05_key_insight_ebm.md
//FILES narration/02_05_key_insight_ebm.mp3=../../narration/02_05_key_insight_ebm.mp3
//FILES narration/02_05_key_insight_ebm.vtt=../../narration/02_05_key_insight_ebm.vtt
//FILES narration/02_06_1d_gaussian_score_viz.md=../../narration/02_06_1d_gaussian_score_viz.md
//FILES narration/02_06_1d_gaussian_score_viz.mp3=../../narration/02_06_1d_gaussian_score_viz.mp3
//FILES narration/02_06_1d_gaussian_score_viz.vtt=../../narration/02_06_1d_gaussian_score_viz.vtt
//FILES narration/02_07_2d_score_intro.md=../../narration/02_07_2d_score_intro.md
//FILES narration/02_07_2d_score_intro.mp3=../../narration/02_07_2d_score_intro.mp3
//FILES narration/02_07_2d_score_intro.vtt=../../narration/02_07_2d_score_intro.vtt
//FILES narration/02_08_2d_gaussian_score_viz.md=../../narration/02_08_2d_gaussian_score_viz.md
//FILES narration/02_08_2d_gaussian_score_viz.mp3=../../narration/02_08_2d_gaussian_score_viz.mp3
//FILES narration/02_08_2d_gaussian_score_viz.vtt=../../narration/02_08_2d_gaussian_score_viz.vtt
//FILES narration/02_09_score_from_energy_intro.md=../../narration/02_09_score_from_energy_intro.md
//FILES narration/02_09_score_from_energy_intro.mp3=../../narration/02_09_score_from_energy_intro.mp3
//FILES narration/02_09_score_from_energy_intro.vtt=../../narration/02_09_score_from_energy_intro.vtt
//FILES narration/02_10_score_from_energy_viz.md=../../narration/02_10_score_from_energy_viz.md
//FILES narration/02_10_score_from_energy_viz.mp3=../../narration/02_10_score_from_energy_viz.mp3
//FILES narration/02_10_score_from_energy_viz.vtt=../../narration/02_10_score_from_energy_viz.vtt
//FILES narration/02_11_todo_langevin_intro.md=../../narration/02_11_todo_langevin_intro.md
//FILES narration/02_11_todo_langevin_intro.mp3=../../narration/02_11_todo_langevin_intro.mp3
//FILES narration/02_11_todo_langevin_intro.vtt=../../narration/02_11_todo_langevin_intro.vtt
//FILES narration/02_12_todo_langevin_1d.md=../../narration/02_12_todo_langevin_1d.md
//FILES narration/02_12_todo_langevin_1d.mp3=../../narration/02_12_todo_langevin_1d.mp3
//FILES narration/02_12_todo_langevin_1d.vtt=../../narration/02_12_todo_langevin_1d.vtt
//FILES narration/02_13_verification_langevin_1d.md=../../narration/02_13_verification_langevin_1d.md
//FILES narration/02_13_verification_langevin_1d.mp3=../../narration/02_13_verification_langevin_1d.mp3
//FILES narration/02_13_verification_langevin_1d.vtt=../../narration/02_13_verification_langevin_1d.vtt
//FILES narration/02_14_todo_langevin_2d_intro.md=../../narration/02_14_todo_langevin_2d_intro.md
//FILES narration/02_14_todo_langevin_2d_intro.mp3=../../narration/02_14_todo_langevin_2d_intro.mp3
//FILES narration/02_14_todo_langevin_2d_intro.vtt=../../narration/02_14_todo_langevin_2d_intro.vtt
//FILES narration/02_15_todo_langevin_2d.md=../../narration/02_15_todo_langevin_2d.md
//FILES narration/02_15_todo_langevin_2d.mp3=../../narration/02_15_todo_langevin_2d.mp3
//FILES narration/02_15_todo_langevin_2d.vtt=../../narration/02_15_todo_langevin_2d.vtt
//FILES narration/02_16_putting_it_together_transition.md=../../narration/02_16_putting_it_together_transition.md
//FILES narration/02_16_putting_it_together_transition.mp3=../../narration/02_16_putting_it_together_transition.mp3
//FILES narration/02_16_putting_it_together_transition.vtt=../../narration/02_16_putting_it_together_transition.vtt
//FILES narration/02_17_2d_langevin_viz.md=../../narration/02_17_2d_langevin_viz.md
//FILES narration/02_17_2d_langevin_viz.mp3=../../narration/02_17_2d_langevin_viz.mp3
//FILES narration/02_17_2d_langevin_viz.vtt=../../narration/02_17_2d_langevin_viz.vtt
//FILES narration/02_18_bimodal_sampling_transition.md=../../narration/02_18_bimodal_sampling_transition.md
//FILES narration/02_18_bimodal_sampling_transition.mp3=../../narration/02_18_bimodal_sampling_transition.mp3
//FILES narration/02_18_bimodal_sampling_transition.vtt=../../narration/02_18_bimodal_sampling_transition.vtt
//FILES narration/02_19_bimodal_sampling_viz.md=../../narration/02_19_bimodal_sampling_viz.md
//FILES narration/02_19_bimodal_sampling_viz.mp3=../../narration/02_19_bimodal_sampling_viz.mp3
//FILES narration/02_19_bimodal_sampling_viz.vtt=../../narration/02_19_bimodal_sampling_viz.vtt
//FILES narration/02_20_final_output_intro.md=../../narration/02_20_final_output_intro.md
//FILES narration/02_20_final_output_intro.mp3=../../narration/02_20_final_output_intro.mp3
//FILES narration/02_20_final_output_intro.vtt=../../narration/02_20_final_output_intro.vtt
//FILES narration/02_21_animated_viz.md=../../narration/02_21_animated_viz.md
//FILES narration/02_21_animated_viz.mp3=../../narration/02_21_animated_viz.mp3
//FILES narration/02_21_animated_viz.vtt=../../narration/02_21_animated_viz.vtt
//FILES narration/02_22_reflection.md=../../narration/02_22_reflection.md
//FILES narration/02_22_reflection.mp3=../../narration/02_22_reflection.mp3
//FILES narration/02_22_reflection.vtt=../../narration/02_22_reflection.vtt
