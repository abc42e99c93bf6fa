package com.zenithcapital.platform.problem;

import static com.zenithcapital.platform.problem.CommonProblem.INVALID_REQUEST;
import static java.util.Comparator.comparing;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Tells the caller which parts of a request break which constraint of a resource method's parameters. */
final class Violations {

    private Violations() {}

    static Failure failure(ConstraintViolationException exception) {
        boolean ours = exception.getConstraintViolations().stream().anyMatch(Violations::isOfReturnValue);
        if (ours) {
            return Failures.of(500);
        }
        List<FieldError> errors = exception.getConstraintViolations().stream()
                .map(violation -> new FieldError(pointer(violation), violation.getMessage()))
                .sorted(comparing(FieldError::pointer).thenComparing(FieldError::detail))
                .toList();
        return Failure.of(INVALID_REQUEST, summary(errors), errors);
    }

    /** Of a document that was validated by itself. */
    static <T> List<FieldError> errors(Set<ConstraintViolation<T>> violations) {
        return violations.stream()
                .map(violation ->
                        new FieldError(pointer(violation.getPropertyPath().iterator()), violation.getMessage()))
                .sorted(comparing(FieldError::pointer).thenComparing(FieldError::detail))
                .toList();
    }

    static String summary(List<FieldError> errors) {
        return errors.size() == 1 ? "One value is not valid." : "%d values are not valid.".formatted(errors.size());
    }

    private static boolean isOfReturnValue(ConstraintViolation<?> violation) {
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.RETURN_VALUE) {
                return true;
            }
        }
        return false;
    }

    private static String pointer(ConstraintViolation<?> violation) {
        Iterator<Path.Node> nodes = violation.getPropertyPath().iterator();
        Path.MethodNode method = nodes.next().as(Path.MethodNode.class);
        Path.Node node = nodes.next();
        if (node.getKind() == ElementKind.PARAMETER) {
            int index = node.as(Path.ParameterNode.class).getParameterIndex();
            Optional<String> name =
                    parameter(violation.getRootBeanClass(), method, index).flatMap(Violations::outsideBody);
            if (name.isPresent()) {
                return name.get();
            }
        }
        return pointer(nodes);
    }

    private static String pointer(Iterator<Path.Node> nodes) {
        StringBuilder pointer = new StringBuilder();
        nodes.forEachRemaining(step -> append(pointer, step));
        return pointer.toString();
    }

    private static void append(StringBuilder pointer, Path.Node step) {
        if (step.getIndex() != null) {
            pointer.append('/').append(step.getIndex());
        } else if (step.getKey() != null) {
            pointer.append('/').append(JsonPointers.escape(step.getKey().toString()));
        }
        if (step.getKind() == ElementKind.PROPERTY) {
            pointer.append('/').append(JsonPointers.escape(step.getName()));
        }
    }

    private static Optional<Parameter> parameter(Class<?> resource, Path.MethodNode method, int index) {
        Class<?>[] types = method.getParameterTypes().toArray(Class<?>[]::new);
        // The bean may be a generated subclass, whose parameters have lost their annotations.
        for (@Nullable Class<?> type = resource; type != null; type = type.getSuperclass()) {
            for (Method candidate : type.getDeclaredMethods()) {
                if (candidate.getName().equals(method.getName())
                        && Arrays.equals(candidate.getParameterTypes(), types)
                        && !candidate.isSynthetic()
                        && candidate.getParameters()[index].getAnnotations().length > 0) {
                    return Optional.of(candidate.getParameters()[index]);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> outsideBody(Parameter parameter) {
        return Stream.of(parameter.getAnnotations())
                .flatMap(annotation -> place(annotation, parameter.getName()).stream())
                .findFirst();
    }

    private static Optional<String> place(Annotation annotation, String parameter) {
        return switch (annotation) {
            case PathParam path -> Optional.of("path:" + path.value());
            case QueryParam query -> Optional.of("query:" + query.value());
            case HeaderParam header -> Optional.of("header:" + header.value());
            case RestPath path -> Optional.of("path:" + (path.value().isEmpty() ? parameter : path.value()));
            case RestQuery query -> Optional.of("query:" + (query.value().isEmpty() ? parameter : query.value()));
            case RestHeader header -> Optional.of("header:" + (header.value().isEmpty() ? parameter : header.value()));
            default -> Optional.empty();
        };
    }
}
