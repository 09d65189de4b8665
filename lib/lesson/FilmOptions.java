package lib.lesson;

import picocli.CommandLine.Option;

/** The options of a lesson whose figure moves, a picocli mixin: files to share where no page can go. */
public final class FilmOptions {

    @Option(names = "--gif", description = "Write the animation as <out>/<lesson>.gif too.")
    boolean gif;

    @Option(names = "--mp4", description = "Write it as <out>/<lesson>.mp4 too; needs the program ffmpeg.")
    boolean mp4;

    /**
     * Refuses, before any work is done, a film that cannot be made: exit status 1 where ffmpeg is wanted and not there.
     */
    public void check() {
        if (mp4) {
            Mp4.program();
        }
    }
}
