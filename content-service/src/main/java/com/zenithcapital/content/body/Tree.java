package com.zenithcapital.content.body;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/** Walks a document without calling itself, since the author decides how deep the document is. */
final class Tree {

    private Tree() {}

    static void checkDepth(Node document, int deepest) {
        int depth = 0;
        Node node = document;
        while (true) {
            Node child = node.getFirstChild();
            if (child != null) {
                node = child;
                if (++depth > deepest) {
                    throw new UnrenderableException(
                            "quotes, lists, emphasis or images more than " + deepest + " levels within each other");
                }
                continue;
            }
            while (node != document && node.getNext() == null) {
                node = node.getParent();
                depth--;
            }
            if (node == document) {
                return;
            }
            node = node.getNext();
        }
    }

    /** Everything in the order in which it is read; the list stays while the document is changed. */
    static List<Node> nodes(Node document) {
        List<Node> nodes = new ArrayList<>();
        for (Node node = document; node != null; node = following(node, document)) {
            nodes.add(node);
        }
        return nodes;
    }

    /** Puts what is within the node in its place. */
    static void unwrap(Node node) {
        for (Node child = node.getFirstChild(); child != null; child = node.getFirstChild()) {
            node.insertBefore(child);
        }
        node.unlink();
    }

    private static @Nullable Node following(Node node, Node root) {
        if (node.getFirstChild() != null) {
            return node.getFirstChild();
        }
        Node up = node;
        while (up != root && up.getNext() == null) {
            up = up.getParent();
        }
        return up == root ? null : up.getNext();
    }
}
