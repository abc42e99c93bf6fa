package com.zenithcapital.modelfile.model;

import static com.zenithcapital.modelfile.model.ModelProblem.NOT_YOUR_MODEL;
import static com.zenithcapital.modelfile.model.ModelProblem.SLUG_TAKEN;
import static com.zenithcapital.platform.problem.CommonProblem.NOT_FOUND;
import static com.zenithcapital.platform.problem.CommonProblem.PRECONDITION_FAILED;

import com.zenithcapital.modelfile.version.ModelId;
import com.zenithcapital.platform.id.Ids;
import com.zenithcapital.platform.identity.UserId;
import com.zenithcapital.platform.problem.ProblemException;
import com.zenithcapital.platform.slug.Slug;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import java.time.Clock;
import java.util.Iterator;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.ConstraintViolationException.ConstraintKind;
import org.jspecify.annotations.Nullable;

/** Makes models and changes what is said about them. */
@ApplicationScoped
class Models {

    /** A title that a thousand models have is a script gone wrong. */
    private static final int CANDIDATES = 1_000;

    private final ModelRepository models;
    private final Clock clock;

    Models(ModelRepository models, Clock clock) {
        this.models = models;
        this.clock = clock;
    }

    /** Under the slug asked for, or else under the first one free that is made of the title. */
    ModelId create(UserId creator, @Nullable String slug, ModelText text) {
        if (slug != null) {
            return insert(creator, slug, text).orElseThrow(() -> slugTaken(slug));
        }
        Iterator<String> candidates =
                Slug.candidates(text.title(), "model").limit(CANDIDATES).iterator();
        while (candidates.hasNext()) {
            Optional<ModelId> made = insert(creator, candidates.next(), text);
            if (made.isPresent()) {
                return made.get();
            }
        }
        throw SLUG_TAKEN.at("/slug", "Too many models have this title: give a slug.");
    }

    /**
     * Changes a model, unless somebody else did since the caller looked.
     *
     * @param seen the revision the caller looked at
     * @param slug the new one; null leaves it as it is
     */
    void change(ModelId id, Editor editor, int seen, @Nullable String slug, ModelText text) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                Model model = models.findByIdOptional(id.value())
                        .orElseThrow(() -> NOT_FOUND.because("There is no model %s.".formatted(id)));
                if (!editor.maySeeToAll() && !model.wasCreatedBy(editor.id())) {
                    throw NOT_YOUR_MODEL.because("A model is changed by who made it, or by an editor.");
                }
                if (model.revision != seen) {
                    throw changed(model);
                }
                model.slug = slug == null ? model.slug : slug;
                model.describe(editor.id(), text, clock.instant());
                models.flush();
            });
        } catch (OptimisticLockException e) {
            throw PRECONDITION_FAILED
                    .because("The model was changed by somebody else at this moment. Read it again.")
                    .causedBy(e);
        } catch (ConstraintViolationException e) {
            throw isSlug(e) && slug != null ? slugTaken(slug).causedBy(e) : e;
        }
    }

    private Optional<ModelId> insert(UserId creator, String slug, ModelText text) {
        ModelId id = new ModelId(Ids.next());
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                if (models.isTaken(slug)) {
                    return Optional.empty();
                }
                models.persistAndFlush(new Model(id, creator, slug, text, clock.instant()));
                return Optional.of(id);
            });
        } catch (ConstraintViolationException e) {
            // Somebody else took it since we looked.
            if (isSlug(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static boolean isSlug(ConstraintViolationException failure) {
        return failure.getKind() == ConstraintKind.UNIQUE;
    }

    private static ProblemException slugTaken(String slug) {
        return SLUG_TAKEN.at("/slug", "Another model has the slug %s.".formatted(slug));
    }

    private static ProblemException changed(Model model) {
        return PRECONDITION_FAILED.because(
                "The model was changed at %s by %s and stands at revision \"%d\" now. Read it again."
                        .formatted(model.updatedAt, model.updatedBy, model.revision));
    }

    /**
     * Who changes a model.
     *
     * @param maySeeToAll whether other people's too
     */
    record Editor(UserId id, boolean maySeeToAll) {}
}
