package lib.lesson;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import lib.chart.FrameRenderer;
import lib.io.AtomicFile;

/** A film as an animated GIF, by the JDK's own writer. Browsers, mail and slides play it. */
final class Gif {

    private static final int HUNDREDTHS = 5; // of a second a picture, as on the page
    private static final int REST = 150;     // the last picture stays a while before the film starts again

    private Gif() {}

    static Path write(FrameRenderer film, Path file) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersBySuffix("gif").next();
        try (var out = ImageIO.createImageOutputStream(bytes); var bar = Progress.of("pictures", film.length())) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (int k = 0; k < film.length(); k++) {
                var picture = film.picture(k);
                var metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(picture),
                        null);
                describe(metadata, k == film.length() - 1 ? REST : HUNDREDTHS);
                writer.writeToSequence(new IIOImage(picture, null, metadata), null);
                bar.to(k + 1);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return AtomicFile.write(file, bytes.toByteArray());
    }

    /** How long a picture stays, and that the film starts again: Netscape's extension, which all programs read. */
    private static void describe(IIOMetadata metadata, int delay) throws IOException {
        String format = metadata.getNativeMetadataFormatName();
        var root = (IIOMetadataNode) metadata.getAsTree(format);
        var control = child(root, "GraphicControlExtension");
        control.setAttribute("disposalMethod", "none");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("transparentColorIndex", "0");
        control.setAttribute("delayTime", Integer.toString(delay));
        var loop = new IIOMetadataNode("ApplicationExtension");
        loop.setAttribute("applicationID", "NETSCAPE");
        loop.setAttribute("authenticationCode", "2.0");
        loop.setUserObject(new byte[] {1, 0, 0});
        child(root, "ApplicationExtensions").appendChild(loop);
        metadata.setFromTree(format, root);
    }

    private static IIOMetadataNode child(IIOMetadataNode root, String name) {
        var found = root.getElementsByTagName(name);
        if (found.getLength() > 0) {
            return (IIOMetadataNode) found.item(0);
        }
        var made = new IIOMetadataNode(name);
        root.appendChild(made);
        return made;
    }
}
