package lib.exercise;

import static lib.exercise.Expressions.isWhole;
import static lib.exercise.Expressions.number;
import static lib.exercise.Expressions.root;

import com.sun.source.tree.*;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects from the body of a loop's method what {@link Code} is asked. */
final class CodeReader extends TreeScanner<Void, Void> {

    final Map<String, List<ExpressionTree>> definitions = new HashMap<>(); // of a name, in the order of the text
    final List<Tree> loops = new ArrayList<>(); // the outermost ones
    final List<ReturnTree> returns = new ArrayList<>();
    final List<MethodInvocationTree> calls = new ArrayList<>();
    final List<ExpressionTree> statements = new ArrayList<>(); // expressions that stand alone
    final List<BinaryTree> wholeDivisions = new ArrayList<>(); // quotients of whole numbers that are not whole
    final List<NewClassTree> fixedShapes = new ArrayList<>(); // new Shape(200, 2)
    private final Set<Tree> inLoop = Collections.newSetFromMap(new IdentityHashMap<>());
    private int depth;

    /** Whether a value, a call or a statement stands in a loop. */
    boolean inLoop(Tree tree) {
        return inLoop.contains(tree);
    }

    private Void inside(Tree loop, Runnable scan) {
        if (depth++ == 0) {
            loops.add(loop);
        }
        scan.run();
        depth--;
        return null;
    }

    @Override
    public Void visitForLoop(ForLoopTree loop, Void nothing) {
        return inside(loop, () -> super.visitForLoop(loop, nothing));
    }

    @Override
    public Void visitWhileLoop(WhileLoopTree loop, Void nothing) {
        return inside(loop, () -> super.visitWhileLoop(loop, nothing));
    }

    @Override
    public Void visitDoWhileLoop(DoWhileLoopTree loop, Void nothing) {
        return inside(loop, () -> super.visitDoWhileLoop(loop, nothing));
    }

    @Override
    public Void visitEnhancedForLoop(EnhancedForLoopTree loop, Void nothing) {
        return inside(loop, () -> super.visitEnhancedForLoop(loop, nothing));
    }

    private void define(String name, ExpressionTree value) {
        if (value != null) {
            note(value);
            definitions.computeIfAbsent(name, each -> new ArrayList<>()).add(value);
        }
    }

    private void note(Tree tree) {
        if (depth > 0) {
            inLoop.add(tree);
        }
    }

    @Override
    public Void visitVariable(VariableTree variable, Void nothing) {
        define(variable.getName().toString(), variable.getInitializer());
        return super.visitVariable(variable, nothing);
    }

    @Override
    public Void visitAssignment(AssignmentTree assignment, Void nothing) {
        define(root(assignment.getVariable()), assignment.getExpression());
        return super.visitAssignment(assignment, nothing);
    }

    @Override
    public Void visitExpressionStatement(ExpressionStatementTree statement, Void nothing) {
        note(statement.getExpression());
        statements.add(statement.getExpression());
        return super.visitExpressionStatement(statement, nothing);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
        note(call);
        calls.add(call);
        return super.visitMethodInvocation(call, nothing);
    }

    @Override
    public Void visitReturn(ReturnTree each, Void nothing) {
        returns.add(each);
        return super.visitReturn(each, nothing);
    }

    @Override
    public Void visitLambdaExpression(LambdaExpressionTree lambda, Void nothing) {
        return null; // its own returns are not the loop's
    }

    @Override
    public Void visitBinary(BinaryTree binary, Void nothing) {
        if (binary.getKind() == Tree.Kind.DIVIDE && isWhole(binary.getLeftOperand()) && isWhole(binary.getRightOperand())
                && number(binary.getRightOperand()) != 0 && number(binary.getLeftOperand()) % number(binary.getRightOperand()) != 0) {
            wholeDivisions.add(binary);
        }
        return super.visitBinary(binary, nothing);
    }

    @Override
    public Void visitNewClass(NewClassTree made, Void nothing) {
        boolean plain = made.getArguments().stream().allMatch(Expressions::isWhole) && made.getArguments().size() > 1;
        if (plain && made.getIdentifier().toString().equals("Shape")) {
            fixedShapes.add(made);
        }
        return super.visitNewClass(made, nothing);
    }
}
