package lib.exercise;

import com.sun.source.tree.*;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Small questions about expressions, as javac's trees. */
final class Expressions {

    private Expressions() {}

    /** The calls of methods of those names in it; {@code on} is the variable at their front, or null for any. */
    static List<MethodInvocationTree> calls(Tree tree, Set<String> names, String on) {
        var found = new ArrayList<MethodInvocationTree>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
                if (names.contains(name(call)) && (on == null || root(call).equals(on))) {
                    found.add(call);
                }
                return super.visitMethodInvocation(call, nothing);
            }
        }.scan(tree, null);
        return found;
    }

    /** The names in it. */
    static Set<String> names(Tree tree) {
        var found = new LinkedHashSet<String>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitIdentifier(IdentifierTree name, Void nothing) {
                found.add(name.getName().toString());
                return null;
            }
        }.scan(tree, null);
        return found;
    }

    /** Whether it is receiver.name(...). */
    static boolean isOn(MethodInvocationTree call, String name, String receiver) {
        return !receiver.isEmpty() && name(call).equals(name) && root(call).equals(receiver);
    }

    /** The method's name. */
    static String name(MethodInvocationTree call) {
        return call.getMethodSelect() instanceof MemberSelectTree select ? select.getIdentifier().toString() : call.getMethodSelect().toString();
    }

    /** The variable at the front of a chain of calls, or nothing. */
    static String root(ExpressionTree tree) {
        if (tree instanceof MethodInvocationTree call) {
            return call.getMethodSelect() instanceof MemberSelectTree select ? root(select.getExpression()) : "";
        }
        return tree instanceof IdentifierTree name ? name.getName().toString() : "";
    }

    /** Whether a chain of calls holds one that writes into its array: addi, muli, ... or set. */
    static boolean writes(ExpressionTree tree) {
        for (ExpressionTree each = tree; each instanceof MethodInvocationTree call && call.getMethodSelect() instanceof MemberSelectTree select; each = select.getExpression()) {
            String name = select.getIdentifier().toString();
            if (name.matches("(add|sub|mul|div|neg|pow)i|set")) {
                return true;
            }
        }
        return false;
    }

    /** The value of a whole number in the text. */
    static int number(ExpressionTree tree) {
        return (Integer) ((LiteralTree) tree).getValue();
    }

    /** Whether it is a whole number, written out. */
    static boolean isWhole(ExpressionTree tree) {
        return tree instanceof LiteralTree literal && literal.getValue() instanceof Integer;
    }
}
