package lib.exercise;

import static lib.exercise.Expressions.*;

import com.sun.source.tree.*;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.net.URI;
import java.util.*;
import java.util.function.Function;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * The person's loop as javac reads it: which line holds what a diagnosis speaks of. Where two lines may be meant, or
 * none is seen, it names none.
 */
final class Code {

    private static final Set<String> NOISE = Set.of("like", "randomNormal", "truncatedNormal", "randomUniform", "nextGaussian", "nextFloat", "nextDouble");
    private static final Set<String> SCALES = Set.of("mul", "muli", "div", "divi");
    private static final Set<String> DROPS = Set.of("add", "sub", "mul", "div");

    private final Function<Tree, Integer> lines;
    private final List<? extends VariableTree> parameters;
    private final CodeReader read = new CodeReader();

    private Code(MethodTree loop, Function<Tree, Integer> lines) {
        this.lines = lines;
        this.parameters = loop.getParameters();
        read.scan(loop.getBody(), null);
    }

    /** The method {@code langevin} of that text; empty where there is none, or no javac. */
    static Optional<Code> of(Source source) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            return Optional.empty();
        }
        var text = new SimpleJavaFileObject(URI.create("script:///" + source.name()), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return String.join("\n", source.lines());
            }
        };
        try {
            var task = (JavacTask) compiler.getTask(null, null, said -> { }, List.of("-proc:none"), null, List.of(text));
            CompilationUnitTree unit = task.parse().iterator().next();
            var positions = Trees.instance(task).getSourcePositions();
            Function<Tree, Integer> lines = tree -> (int) unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree));
            return unit.getTypeDecls().stream().filter(ClassTree.class::isInstance).flatMap(type -> ((ClassTree) type).getMembers().stream())
                    .filter(member -> member instanceof MethodTree method && method.getName().contentEquals("langevin")
                            && method.getBody() != null && method.getParameters().size() == 5)
                    .findFirst().map(method -> new Code((MethodTree) method, lines));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The line, from 1, that a diagnosis means. */
    OptionalInt line(Spot spot) {
        return one(switch (spot) {
            case SCORE -> sources(tree -> calls(tree, Set.of("at"), parameter(0)), "score");
            case NOISE -> sources(tree -> calls(tree, NOISE, null), "noise");
            case KICK -> scaled();
            case UPDATE -> updates();
            case DROPPED -> read.statements.stream().filter(read::inLoop).filter(this::drops).toList();
            case LOOP -> read.loops;
            case RECORD -> read.calls.stream().filter(read::inLoop).filter(call -> isOn(call, "add", returned(1))).toList();
            case START -> read.calls.stream().filter(call -> !read.inLoop(call)).filter(call -> isOn(call, "add", returned(1))).toList();
            case COPY -> read.definitions.getOrDefault(returned(0), List.of()).stream().filter(made -> !read.inLoop(made)).toList();
            case RETURN -> read.returns;
            case SEED -> read.calls.stream().filter(call -> Set.of("setRandomSeed", "seed").contains(name(call))).toList();
        });
    }

    /** What Java does here that one does not expect: a quotient of whole numbers that is not whole. */
    Optional<String> wholeDivision() {
        return read.wholeDivisions.stream().findFirst().map(quotient -> "In Java %s is %s: whole numbers divide to a whole number. Write 0.5, or 1.0 / 2."
                .formatted(quotient, number(quotient.getLeftOperand()) / number(quotient.getRightOperand())));
    }

    /** A shape in plain numbers, where the points may be others. */
    Optional<NewClassTree> fixedShape() {
        return read.fixedShapes.stream().findFirst();
    }

    int line(Tree tree) {
        return lines.apply(tree);
    }

    private OptionalInt one(List<? extends Tree> found) {
        List<Integer> all = found.stream().map(lines).distinct().toList();
        return all.size() == 1 ? OptionalInt.of(all.get(0)) : OptionalInt.empty();
    }

    private String parameter(int i) {
        return parameters.get(i).getName().toString();
    }

    /** The name of the i-th thing that is returned in a Chain, where all returns agree. */
    private String returned(int i) {
        var names = new HashSet<String>();
        for (ReturnTree each : read.returns) {
            boolean chain = each.getExpression() instanceof NewClassTree made && made.getArguments().size() == 2;
            names.add(chain && ((NewClassTree) each.getExpression()).getArguments().get(i) instanceof IdentifierTree name ? name.getName().toString() : "");
        }
        return names.size() == 1 ? names.iterator().next() : "";
    }

    /** What moves x in the loop: values assigned to it, and calls that write into it. */
    private List<ExpressionTree> updates() {
        String x = returned(0);
        if (x.isEmpty()) {
            return List.of();
        }
        var all = new ArrayList<>(read.definitions.getOrDefault(x, List.of()).stream().filter(read::inLoop).toList());
        read.statements.stream().filter(read::inLoop).filter(each -> root(each).equals(x) && writes(each)).forEach(all::add);
        return all;
    }

    private boolean drops(ExpressionTree statement) {
        return statement instanceof MethodInvocationTree call && root(call).equals(returned(0)) && DROPS.contains(name(call)) && !writes(call);
    }

    /**
     * The calls of one kind that an update leads to, by way of variables; without one, what the variable of that name
     * is given.
     */
    private List<? extends Tree> sources(Function<Tree, List<? extends Tree>> kind, String variable) {
        var found = new ArrayList<Tree>();
        Set<String> names = reach(updates(), each -> found.addAll(kind.apply(each)));
        return !found.isEmpty() || !names.contains(variable) ? found : read.definitions.getOrDefault(variable, List.of());
    }

    /** Goes from expressions to the definitions of the variables in them, and on; gives the names. */
    private Set<String> reach(List<? extends ExpressionTree> from, java.util.function.Consumer<ExpressionTree> visit) {
        var names = new LinkedHashSet<String>();
        var left = new ArrayDeque<ExpressionTree>(from);
        while (!left.isEmpty()) {
            ExpressionTree next = left.remove();
            visit.accept(next);
            for (String name : names(next)) {
                if (!name.equals(returned(0)) && names.add(name)) {
                    left.addAll(read.definitions.getOrDefault(name, List.of()));
                }
            }
        }
        return names;
    }

    /** Where the noise is multiplied: the product that holds it, or the update where there is none. */
    private List<? extends Tree> scaled() {
        var products = new ArrayList<Tree>();
        reach(updates(), each -> new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
                if (SCALES.contains(name(call)) && isNoise(call)) {
                    products.add(call);
                }
                return super.visitMethodInvocation(call, nothing);
            }
        }.scan(each, null));
        List<ExpressionTree> moves = updates();
        return !products.isEmpty() || moves.size() == 1 ? products.isEmpty() ? moves : products : List.of();
    }

    /** Whether noise is in an expression, itself or by way of variables, and the score is not. */
    private boolean isNoise(ExpressionTree tree) {
        var noise = new ArrayList<Tree>();
        var score = new ArrayList<Tree>();
        reach(List.of(tree), each -> {
            noise.addAll(calls(each, NOISE, null));
            score.addAll(calls(each, Set.of("at"), parameter(0)));
        });
        return !noise.isEmpty() && score.isEmpty();
    }

}
