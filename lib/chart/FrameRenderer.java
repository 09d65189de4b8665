package lib.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.util.Optional;

/**
 * A figure whose points move, as pictures to share: the same density, points and colours as on the page, in the light
 * theme, with the step written at the upper right.
 */
public final class FrameRenderer {

    private static final int WIDTH = 720;
    private static final int LEFT = 48;
    private static final int TOP = 40;
    private static final int RIGHT = 16;
    private static final int BOTTOM = 40;
    private static final double DOT = 6;

    private final Panel panel;
    private final AnimatedPoints swarm;
    private final Rectangle frame;
    private final double unit; // pixels
    private final BufferedImage ground;

    private FrameRenderer(Panel panel, AnimatedPoints swarm, Optional<Contour> surface) {
        this.panel = panel;
        this.swarm = swarm;
        this.frame = Axes.frame(panel);
        this.unit = (WIDTH - LEFT - RIGHT) / frame.width();
        int height = (int) Math.round(TOP + BOTTOM + unit * frame.height());
        // video wants even sizes
        this.ground = new BufferedImage(WIDTH, height + height % 2, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = pen(ground);
        g.setColor(Color.decode(Theme.PAPER));
        g.fillRect(0, 0, WIDTH, ground.getHeight());
        surface.ifPresent(this::paint);
        axes(g);
        g.dispose();
    }

    /** The panel's moving points as pictures. */
    static FrameRenderer of(Panel panel) {
        AnimatedPoints points = panel.marks.first(AnimatedPoints.class).orElseThrow(() -> new IllegalStateException(
                "nothing moves in the panel \"" + panel.title + "\": add moving(...) first"));
        return new FrameRenderer(panel, points, panel.marks.first(Contour.class));
    }

    /** How many pictures there are. */
    public int length() {
        return swarm.names().size();
    }

    /** Picture k, counted from 0, in RGB. */
    public BufferedImage picture(int k) {
        BufferedImage picture = new BufferedImage(ground.getWidth(), ground.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = pen(picture);
        g.drawImage(ground, 0, 0, null);
        text(g, "step " + swarm.names().get(k), WIDTH - RIGHT, TOP - 13, 15, Theme.TEXT, 1);
        g.clip(new java.awt.geom.Rectangle2D.Double(LEFT, TOP, unit * frame.width(), unit * frame.height()));
        for (int i = 0; i < swarm.x()[k].length; i++) {
            var dot = new Ellipse2D.Double(px(swarm.x()[k][i]) - DOT / 2, py(swarm.y()[k][i]) - DOT / 2, DOT, DOT);
            g.setColor(Color.decode(swarm.ink().light()));
            g.fill(dot);
            g.setColor(Color.decode(Theme.PAPER));
            g.draw(dot);
        }
        g.dispose();
        return picture;
    }

    /** The filled contours, pixel by pixel. */
    private void paint(Contour surface) {
        for (int j = TOP; j < py(frame.bottom()); j++) {
            for (int i = LEFT; i < px(frame.right()); i++) {
                double x = frame.left() + (i + 0.5 - LEFT) / unit;
                double y = frame.top() - (j + 0.5 - TOP) / unit;
                ground.setRGB(i, j, surface.colour(x, y).getRGB());
            }
        }
    }

    private void axes(Graphics2D g) {
        g.setStroke(new BasicStroke(1));
        g.setColor(Color.decode(Theme.AXIS));
        g.draw(new Line2D.Double(LEFT, py(frame.bottom()), px(frame.right()), py(frame.bottom())));
        g.draw(new Line2D.Double(LEFT, TOP, LEFT, py(frame.bottom())));
        text(g, panel.title, LEFT, TOP - 13, 15, Theme.TEXT, 0);
        for (int x = (int) Math.ceil(frame.left() / 2) * 2; x <= frame.right(); x += 2) {
            text(g, Format.number(x), px(x), py(frame.bottom()) + 17, 12, Theme.QUIET, 0.5);
        }
        for (int y = (int) Math.ceil(frame.bottom() / 2) * 2; y <= frame.top(); y += 2) {
            text(g, Format.number(y), LEFT - 7, py(y) + 4, 12, Theme.QUIET, 1);
        }
        text(g, panel.x.label(), px((frame.left() + frame.right()) / 2), ground.getHeight() - 6, 13, Theme.QUIET, 0.5);
        text(g, panel.y.label(), 8, py((frame.bottom() + frame.top()) / 2), 13, Theme.QUIET, 0);
    }

    /** A text at a baseline; align 0 starts there, 0.5 is centred, 1 ends there. */
    private static void text(Graphics2D g, String text, double x, double y, int size, String colour, double align) {
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, size));
        g.setColor(Color.decode(colour));
        g.drawString(text, (float) (x - align * g.getFontMetrics().stringWidth(text)), (float) y);
    }

    private double px(double x) {
        return LEFT + (x - frame.left()) * unit;
    }

    private double py(double y) {
        return TOP + (frame.top() - y) * unit;
    }

    private static Graphics2D pen(BufferedImage image) {
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return g;
    }
}
